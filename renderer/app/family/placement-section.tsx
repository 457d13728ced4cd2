import { Link } from '@tanstack/react-router'
import {
  type Chair,
  chairLabels,
  type MeetingKind,
  meetingKindLabels,
  type OfficerAnswer,
  officerLabels,
  type PlacementState,
  placementStateWords,
} from '#domain/people/placement.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { useMay } from '../session/me.ts'
import type { FamilyView, PlacementView } from './family-view.ts'

const tones: Record<PlacementState, Tone> = {
  'status-not-known': 'warning',
  'not-looked-after': 'neutral',
  'to-hold': 'warning',
  late: 'danger',
  'left-first': 'neutral',
  'not-held-in-time': 'danger',
  'chair-not-known': 'warning',
  'chaired-by-another': 'danger',
  'officer-to-tell': 'warning',
  'officer-not-told': 'danger',
  done: 'good',
}

/** Whether the placement of a looked-after baby is planned: the meeting, its chair, the reviewing officer (Finding Six). */
export function Placement({ family, babyId }: { family: FamilyView; babyId: string }) {
  const placement = family.placements.findLast((one) => one.babyId === babyId)
  if (!placement || placement.standing.state === 'not-looked-after') return null
  return (
    <>
      <h3>Planning of the placement</h3>
      <PlacementNow placement={placement} motherId={family.mother.id} />
    </>
  )
}

function PlacementNow({ placement, motherId }: { placement: PlacementView; motherId: string }) {
  const mayEdit = useMay('people:edit')
  const { standing, meetings, officerToldAt, pairId, stayId, endedAt } = placement
  const waits = standing.state === 'to-hold' || standing.state === 'officer-to-tell'
  const params = { motherId, pairId }
  return (
    <>
      <p>
        <Tag tone={tones[standing.state]}>{placementStateWords[standing.state]}</Tag>{' '}
        {waits && standing.dueAt && <Countdown due={standing.dueAt} soonMinutes={24 * 60} />}
      </p>
      {meetings.map((meeting) => (
        <div key={meeting.id} className="app-fact">
          {meetingKindLabels[meeting.kind as MeetingKind]}
          {meeting.heldAt
            ? `, held ${formatDateTime(meeting.heldAt)}`
            : meeting.plannedAt && `, planned for ${formatDateTime(meeting.plannedAt)}`}
          . In the chair: {chairLabels[meeting.chairedBy as Chair]}
          {meeting.chairName && (
            <>
              , <Shown>{meeting.chairName}</Shown>
            </>
          )}
          . Reviewing officer: {officerLabels[meeting.officer as OfficerAnswer].toLowerCase()}
          {meeting.decided && <ShownNote>{meeting.decided}</ShownNote>}
          <p className="app-quiet">
            {meeting.basis ? (
              <Shown>{basisLine(meeting.basis)}</Shown>
            ) : (
              'How it is known was not asked when it was recorded'
            )}
          </p>
          {mayEdit && (
            <p>
              <Link
                to="/families/$motherId/meeting/$pairId/$meetingId"
                params={{ ...params, meetingId: meeting.id }}
              >
                {meeting.heldAt ? 'Change the meeting' : 'Record that it was held, or change it'}
              </Link>
            </p>
          )}
        </div>
      ))}
      <p className="app-quiet">
        {officerToldAt
          ? `The reviewing officer was told of the arrival ${formatDateTime(officerToldAt)}. `
          : 'Nobody has recorded yet that the reviewing officer was told of the arrival. '}
        <Link to="/stays/$stayId" params={{ stayId }} hash="told">
          Who has been told
        </Link>
      </p>
      {mayEdit && endedAt === null && (
        <p>
          <Link
            to="/families/$motherId/meeting/$pairId"
            params={params}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            Record a planning meeting
          </Link>
        </p>
      )}
    </>
  )
}
