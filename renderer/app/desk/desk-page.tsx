import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { mostSideBySide } from '#domain/assurance/desk/compare-packs.ts'
import { disclosureLabels, stateLabels } from '#domain/assurance/report-words.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Ready } from '../reading.tsx'
import { FilterFields, useChosenPacks } from './choose-packs.tsx'
import { KeyTag } from './key-tag.tsx'
import { SaveSummary } from './save-summary.tsx'
import { TakePacks } from './take-packs.tsx'

type View = Outputs['desk']['view']

/** The commissioner's desk: the packs of many units and periods. */
export function DeskPage() {
  const view = useRead(read.desk.view.queryOptions(undefined))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={view} what="desk">
        {(value) => (
          <>
            <PageHeader
              title="Commissioner’s desk"
              under={<Shown>{value.name}</Shown>}
              actions={<Link to="/assurance/verify">Verify a pack</Link>}
            />
            <TakePacks />
            <Packs view={value} />
            <Section title="Replies are signed with">
              <Facts facts={[{ name: 'The desk’s fingerprint', value: value.fingerprint }]} />
              <p className="app-quiet">
                Give it to a unit by telephone or letter, not with the reply.
              </p>
            </Section>
          </>
        )}
      </Ready>
    </div>
  )
}

function Packs({ view: { packs } }: { view: View }) {
  const navigate = useNavigate()
  const [chosen, choose] = useState<string[]>([])
  const { filter, set, shown } = useChosenPacks(packs)
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const shownIds = shown.map(({ id }) => id)
  const areAllChosen = shownIds.every((id) => chosen.includes(id))
  const tickShown = () =>
    choose(
      areAllChosen
        ? chosen.filter((id) => !shownIds.includes(id))
        : [...new Set([...chosen, ...shownIds])],
    )
  return (
    <Section title="Packs">
      {packs.length > 1 && (
        <>
          <FilterFields packs={packs} filter={filter} onChange={set} />
          <div className="app-buttons">
            <Button kind="quiet" small disabled={shown.length === 0} onClick={tickShown}>
              {areAllChosen ? `Untick the ${shown.length} shown` : `Tick the ${shown.length} shown`}
            </Button>
            <Button
              kind="quiet"
              small
              disabled={chosen.length < 2 || chosen.length > mostSideBySide}
              onClick={() => void navigate({ to: '/desk/compare', search: { packs: chosen } })}
            >
              {compareWords(chosen.length)}
            </Button>
            {chosen.length > 0 && <SaveSummary packs={chosen} count />}
          </div>
        </>
      )}
      <Table
        caption="Packs"
        captionHidden
        rows={shown}
        rowKey={({ id }) => id}
        empty={
          <Empty>
            {packs.length === 0
              ? 'No pack has been taken in yet.'
              : 'No pack of this unit is of this period.'}
          </Empty>
        }
        columns={[
          {
            name: 'Compare',
            cell: ({ id, unitName, period }) => (
              <input
                type="checkbox"
                className="app-tick"
                aria-label={`Compare ${unitName}, ${period}`}
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
              />
            ),
          },
          {
            name: 'Unit',
            cell: ({ id, unitName }) => (
              <Link to="/desk/packs/$packId" params={{ packId: id }}>
                <Shown>{unitName}</Shown>
              </Link>
            ),
            sortBy: ({ unitName }) => unitName,
          },
          { name: 'Period', cell: ({ period }) => period, sortBy: ({ from }) => from },
          { name: 'Kind', cell: ({ disclosure }) => disclosureLabels[disclosure] },
          {
            name: 'Report',
            cell: ({ reportVersion, stage }) =>
              `Version ${reportVersion}, ${stateLabels[stage].toLowerCase()}`,
          },
          { name: 'Key', cell: ({ key }) => <KeyTag standing={key} /> },
          {
            name: 'Taken in',
            cell: ({ takenInAt }) => formatDateTime(takenInAt),
            sortBy: ({ takenInAt }) => takenInAt,
          },
          { name: 'Written', cell: ({ notes }) => notes, number: true },
        ]}
      />
    </Section>
  )
}

function compareWords(chosen: number): string {
  if (chosen < 2) return 'Choose two or more to compare'
  return chosen > mostSideBySide
    ? `Compare at most ${mostSideBySide} side by side`
    : `Compare the ${chosen}`
}
