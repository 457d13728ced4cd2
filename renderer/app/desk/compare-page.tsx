import { Link, useSearch } from '@tanstack/react-router'
import { levelLabels } from '#domain/assurance/levels.ts'
import { disclosureLabels } from '#domain/assurance/report-words.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { SaveSummary } from './save-summary.tsx'

type Compared = Outputs['desk']['compare']

const back = (
  <Link to="/desk" className="nhsuk-back-link">
    Back to the desk
  </Link>
)

/** Packs side by side: every rate with its n, in the order in which they were chosen, and no rank. */
export function ComparePage() {
  const { packs = [] } = useSearch({ strict: false }) as { packs?: string[] }
  const compared = useRead(read.desk.compare.queryOptions({ packIds: packs }))
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Side by side"
        under="In the order in which they were chosen. This is no ranking: units differ in whom they admit."
        back={back}
      />
      <Ready reading={compared} what="comparison">
        {(value) => (
          <>
            {value.mixed && (
              <Banner
                title="Restricted and shareable reports stand side by side here: the figures of the one are exact, those of the other rounded"
                tone="warning"
              />
            )}
            <Section title="Levels and rates" actions={<SaveSummary packs={packs} />}>
              <div className="app-table-scroll">
                <SideBySide compared={value} />
              </div>
            </Section>
          </>
        )}
      </Ready>
    </div>
  )
}

function SideBySide({ compared: { packs, rows, levels } }: { compared: Compared }) {
  return (
    <table className="app-table">
      <caption className="nhsuk-u-visually-hidden">Levels and rates of the packs chosen</caption>
      <thead>
        <tr>
          <th scope="col">Requirement and measure</th>
          {packs.map(({ id, unitName, period, disclosure }) => (
            <th scope="col" key={id}>
              <Shown>{unitName}</Shown>
              <br />
              <span className="app-quiet">
                {period}, {disclosureLabels[disclosure].toLowerCase()}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ requirement, measure, title, cells }) => (
          <tr key={`${requirement} ${measure}`}>
            <th scope="row">
              {measure ? (
                `${measure} ${title}`
              ) : (
                <strong>
                  {requirement} {title}
                </strong>
              )}
            </th>
            {cells.map(({ text, but }, at) => (
              <td key={packs[at]?.id}>
                {measure ? text : <strong>{text}</strong>}
                {but && <span className="app-quiet"> ({but})</span>}
                {!measure &&
                  (levels[at] ?? [])
                    .filter((own) => own.requirement === requirement)
                    .map(({ level }) => (
                      <span key={level} className="app-quiet">
                        {' '}
                        yours: {levelLabels[level].toLowerCase()}
                      </span>
                    ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
