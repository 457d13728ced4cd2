import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { endingLabels } from '#domain/leave/record.ts'
import { isAgreed, whoIsMissingLabels } from '#domain/leave/standing.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { AwayNow, isWithMissing } from '../../features/leave/away-now.tsx'
import { LeavesTable } from '../../features/leave/leaves-table.tsx'
import { Section17Part } from '../../features/leave/section-17-table.tsx'
import type { Leave, LeaveView, Missing } from '../../features/leave/view.ts'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { StayFormPage } from './stay-form-page.tsx'

const small = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'

/** The leave of one stay: who is away, what is granted, asked for and taken, and who was missing. */
export function LeavePage() {
  const { stayId } = useParams({ from: '/stays/$stayId/leave' })
  const view = useRead({ ...read.leave.view.queryOptions({ stayId }), refetchInterval: 30_000 })
  return (
    <StayFormPage stayId={stayId} wide title={() => 'Leave'}>
      {() => (
        <Ready reading={view} what="leave">
          {(value) => <LeaveOfStay view={value} stayId={stayId} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

function LeaveOfStay({ view, stayId }: { view: LeaveView; stayId: string }) {
  const mayRecord = useMay('leave:record')
  const mayGrant = useMay('leave:section-17')
  const mayEnd = useMay('leave:end-missing')
  const params = { stayId }
  const open = view.open && mayRecord
  return (
    <>
      <AwayNow
        view={view}
        actsOn={(leave) => open && <OutActs leave={leave} stayId={stayId} />}
        actsFor={({ recordId, leaveId }) => (
          <div className="app-buttons">
            <Link to="/duties" className="nhsuk-button">
              Whom to tell, what to say, and who has answered
            </Link>
            {open && leaveId !== null && (
              <Link
                to="/stays/$stayId/leave/$leaveId/back"
                params={{ stayId, leaveId }}
                className={small}
              >
                They are back
              </Link>
            )}
            {view.open && mayEnd && (
              <Link
                to="/stays/$stayId/leave/missing/$missingId"
                params={{ stayId, missingId: recordId }}
                className={small}
              >
                The search has ended
              </Link>
            )}
          </div>
        )}
      />
      <Section
        title="Leave of this stay"
        actions={
          open && (
            <>
              <Link to="/stays/$stayId/leave/ask" params={params} className={small}>
                Ask for leave
              </Link>
              <Link to="/stays/$stayId/leave/missing" params={params} className={small}>
                Somebody is missing
              </Link>
            </>
          )
        }
      >
        <LeavesTable view={view} acts={(leave) => <LeaveActs leave={leave} stayId={stayId} />} />
      </Section>
      <Section
        title="Mental Health Act"
        actions={
          view.open &&
          mayGrant &&
          view.act.detained && (
            <Link to="/stays/$stayId/leave/section-17" params={params} className={small}>
              Record leave under section 17, Mental Health Act
            </Link>
          )
        }
      >
        <Section17Part
          view={view}
          acts={({ recordId: grantId }) =>
            mayGrant && (
              <Link to="/stays/$stayId/leave/section-17/$grantId" params={{ stayId, grantId }}>
                It was revoked
              </Link>
            )
          }
        />
      </Section>
      <Searches
        view={view}
        acts={({ recordId: missingId }) =>
          view.open &&
          mayEnd && (
            <Link
              to="/stays/$stayId/leave/missing/$missingId"
              params={{ stayId, missingId }}
              className={small}
            >
              They are back
            </Link>
          )
        }
      />
    </>
  )
}

/** The next step comes first: past the limit that is the search. */
function OutActs({ leave, stayId }: { leave: Leave; stayId: string }) {
  const params = { stayId, leaveId: leave.recordId }
  const { each } = leave.standing
  const isOverdue = each.some(({ state }) => state === 'overdue') || isWithMissing(leave)
  const back = (
    <Link
      to="/stays/$stayId/leave/$leaveId/back"
      params={params}
      className={isOverdue ? small : 'nhsuk-button'}
    >
      They are back
    </Link>
  )
  return (
    <div className="app-buttons">
      {!isOverdue && back}
      {each.some(({ state, found }) => state !== 'missing' && !found) && (
        <Link
          to="/stays/$stayId/leave/missing"
          params={{ stayId }}
          className="nhsuk-button nhsuk-button--warning"
        >
          Begin the steps for who is missing
        </Link>
      )}
      {isOverdue && back}
    </div>
  )
}

function LeaveActs({ leave, stayId }: { leave: Leave; stayId: string }) {
  const mayRecord = useMay('leave:record')
  const mayDecide = useMay('leave:decide')
  const mayTakeBack = useMay('leave:end-missing')
  const { state } = leave.standing
  const params = { stayId, leaveId: leave.recordId }
  if (leave.departure)
    return mayTakeBack ? (
      <Link to="/stays/$stayId/leave/$leaveId/never-left" params={params}>
        They never left on it
      </Link>
    ) : null
  return (
    <>
      {mayDecide && (
        <p>
          <Link to="/stays/$stayId/leave/$leaveId/decide" params={params}>
            {state === 'asked-for' ? 'Decide it' : 'Decide it again'}
          </Link>
        </p>
      )}
      {mayRecord && isAgreed(state) && (
        <p>
          <Link to="/stays/$stayId/leave/$leaveId/left" params={params}>
            They have left
          </Link>
        </p>
      )}
      {mayRecord && (
        <>
          <p>
            <Link to="/stays/$stayId/leave/$leaveId/change" params={params}>
              Change it
            </Link>
          </p>
          <p>
            <Link to="/stays/$stayId/leave/$leaveId/cancel" params={params}>
              Not taken after all
            </Link>
          </p>
        </>
      )}
    </>
  )
}

/** Who was missing in this stay, and how it ended. */
function Searches({ view, acts }: { view: LeaveView; acts: (one: Missing) => ReactNode }) {
  const ended = view.missing.filter(({ endedAt }) => endedAt !== null)
  if (ended.length === 0) return null
  return (
    <Section title="Missing before">
      {ended.map((one) => (
        <div key={one.recordId}>
          <p>
            <strong>{whoIsMissingLabels[one.who]}</strong>, {formatDateTime(one.missingSince)} to{' '}
            {one.endedAt && formatDateTime(one.endedAt)}:{' '}
            {one.endedHow && endingLabels[one.endedHow]}. <Shown>{one.by}</Shown>
          </p>
          <ShownNote>{one.circumstances}</ShownNote>
          <ShownNote>{one.endedWords ?? ''}</ShownNote>
          {one.notBack.length > 0 && (
            <p>
              <strong>
                Not back: <Shown>{one.notBack.join(' and ')}</Shown>.
              </strong>{' '}
              {one.endedHow === 'found-elsewhere' && acts(one)}
            </p>
          )}
        </div>
      ))}
    </Section>
  )
}
