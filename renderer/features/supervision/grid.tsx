import { places } from '#domain/supervision/codes.ts'
import { activityName, placeName, type SupervisionRules } from '#domain/supervision/rule-content.ts'
import { Table } from '../../ui/table.tsx'
import { LevelTag } from './level-tag.tsx'
import type { PlaceView, SupervisionView } from './view.ts'
import { whyItStands } from './why-it-stands.ts'

/** Place by place: the level that holds now, what it means there, and why it holds. */
export function SupervisionGrid({ view }: { view: SupervisionView }) {
  const { rules, standing } = view
  return (
    <Table
      caption="Supervision by place"
      captionHidden
      rows={places.map((place) => standing.places[place])}
      rowKey={({ place }) => place}
      columns={[
        { name: 'Where', cell: ({ place }) => <strong>{placeName(rules, place)}</strong> },
        {
          name: 'Level now',
          cell: (place) => <PlaceLevels place={place} rules={rules} />,
        },
        { name: 'What it means there', cell: ({ words }) => words },
        { name: 'Why', cell: (place) => whyItStands(place) },
      ]}
    />
  )
}

function PlaceLevels({ place, rules }: { place: PlaceView; rules: SupervisionRules }) {
  return (
    <>
      <LevelTag rules={rules} level={place.level} />
      {place.exceptions.map(({ activity, level }) => (
        <div key={activity}>
          {activityName(rules, activity)}: <LevelTag rules={rules} level={level} />
        </div>
      ))}
    </>
  )
}
