import { places } from '#domain/supervision/codes.ts'
import { activityName, placeName, type SupervisionRules } from '#domain/supervision/rule-content.ts'
import { standingNote, whyStanding } from '#domain/supervision/why-standing.ts'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { LevelTag } from './level-tag.tsx'
import type { PlaceView, SupervisionView } from './view.ts'

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
        { name: 'Why', cell: (place) => <Why place={place} rules={rules} /> },
      ]}
    />
  )
}

/** Decided or the fallback, and what was written for this place and its activities. */
function Why({ place, rules }: { place: PlaceView; rules: SupervisionRules }) {
  const own = standingNote(place, place)
  const single = place.exceptions.map((one) => ({
    activity: one.activity,
    note: standingNote(one, place, one.activity),
  }))
  return (
    <>
      {whyStanding(place)}
      {own !== '' && (
        <p>
          <Shown>{own}</Shown>
        </p>
      )}
      {single
        .filter(({ note }) => note !== '')
        .map(({ activity, note }) => (
          <p key={activity}>
            {activityName(rules, activity)}: <Shown>{note}</Shown>
          </p>
        ))}
    </>
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
