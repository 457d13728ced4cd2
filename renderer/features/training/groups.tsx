import { percentText } from '#domain/assurance/figure-text.ts'
import type { Figure } from '#domain/assurance/measure.ts'
import { Table } from '../../ui/table.tsx'
import type { GroupsView } from './view.ts'

type Group = GroupsView['groups'][number]

/** Compliance by profession: each rate with the number of people behind it. */
export function Groups({ view }: { view: GroupsView }) {
  const totals = view.groups.filter(({ isTotal }) => isTotal)
  const lines = view.groups.filter(({ isTotal }) => !isTotal)
  return (
    <>
      <GroupTable caption="By profession" groups={lines} />
      <h3 className="training-heading">Totals</h3>
      <GroupTable caption="Totals" groups={totals} />
      <p className="app-quiet">
        Each rate counts who is in date among those for whom it is due. Who is exempt, and a starter
        within the limit, is left out of it. What the record does not say counts against it.
      </p>
    </>
  )
}

function GroupTable({ caption, groups }: { caption: string; groups: readonly Group[] }) {
  const column = (name: string, of: (group: Group) => Figure) => ({
    name,
    cell: (group: Group) => <Rate figure={of(group)} />,
    sortBy: (group: Group) => of(group).rate ?? -1,
    number: true,
  })
  return (
    <Table
      caption={caption}
      captionHidden
      rows={groups}
      rowKey={({ group }) => group}
      columns={[
        { name: 'Who', cell: ({ group }) => group, sortBy: ({ group }) => group },
        { name: 'In post (n)', cell: ({ n }) => n, sortBy: ({ n }) => n, number: true },
        column('Required level', ({ level }) => level),
        column('Multi-agency', ({ multiAgency }) => multiAgency),
        column('Care proceedings topics', ({ careProceedings }) => careProceedings),
        column('Life support', ({ lifeSupport }) => lifeSupport),
      ]}
    />
  )
}

function Rate({ figure }: { figure: Figure }) {
  return (
    <>
      {percentText(figure)}
      <div className="training-until">
        {figure.denominator === 0 ? 'due for nobody' : `${figure.pass} of ${figure.denominator}`}
      </div>
    </>
  )
}
