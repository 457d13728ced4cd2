import { withheldWord } from '#domain/assurance/disclosure.ts'
import { quantityText, tenthsText } from '#domain/assurance/figure-text.ts'
import { levelLabels } from '#domain/assurance/levels.ts'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { LevelTag } from '../assurance/level-tag.tsx'
import type { Pack } from './pack-page.tsx'

type Requirement = Pack['requirements'][number]

/** Every requirement with its level, and its measures, each rate with its n. */
export function PackRequirements({ pack }: { pack: Pack }) {
  return (
    <Section title="Levels and figures">
      {pack.requirements.map((one) => (
        <details key={one.id} className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {one.id} {one.short}: {levelText(one)}
            </span>
          </summary>
          <div className="nhsuk-details__text">
            {one.level !== withheldWord && <LevelTag level={one.level} />}
            {one.computedLevel && one.computedLevel !== one.level && (
              <p>Computed: {levelLabels[one.computedLevel].toLowerCase()}</p>
            )}
            {one.reason && <p>{one.reason}</p>}
            <Measures requirement={one} />
          </div>
        </details>
      ))}
    </Section>
  )
}

const levelText = ({ level }: Requirement) =>
  level === withheldWord ? withheldWord : levelLabels[level].toLowerCase()

const Measures = ({ requirement: { id, measures } }: { requirement: Requirement }) => (
  <Table
    caption={`Measures of ${id}`}
    captionHidden
    rows={measures}
    rowKey={(one) => one.id}
    columns={[
      { name: 'Measure', cell: (one) => `${one.id} ${one.title}` },
      {
        name: 'Rate',
        cell: (one) => (one.version === null ? 'no records' : tenthsText(one.rateTenths)),
      },
      {
        name: 'n',
        cell: (one) => (one.version === null ? '' : quantityText(one.n, one.unit)),
        number: true,
      },
    ]}
  />
)
