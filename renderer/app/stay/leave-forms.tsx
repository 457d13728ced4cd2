import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import { DecideLeave } from '../../features/leave/decide-form.tsx'
import { BackForm, LeftForm } from '../../features/leave/journey-forms.tsx'
import { AskLeaveForm, ChangeLeaveForm } from '../../features/leave/leave-form.tsx'
import { EndMissingForm, MissingForm } from '../../features/leave/missing-forms.tsx'
import { GrantForm, RevokeForm } from '../../features/leave/section-17-forms.tsx'
import type { Leave, LeaveView } from '../../features/leave/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMe } from '../session/me.ts'
import { StayFormPage } from './stay-form-page.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

interface LeaveActProps {
  stayId: string
  title: string
  wide?: boolean
  children: (view: LeaveView, done: () => void) => ReactNode
}

/** One act of leave on a page of its own; done, it goes back to the leave of the stay. */
function LeaveAct({ stayId, title, wide, children }: LeaveActProps) {
  const view = useRead(read.leave.view.queryOptions({ stayId }))
  const navigate = useNavigate()
  const done = () => void navigate({ to: '/stays/$stayId/leave', params: { stayId } })
  return (
    <StayFormPage stayId={stayId} title={() => title} {...(wide ? { wide } : {})}>
      {() => (
        <Ready reading={view} what="form">
          {(value) => children(value, done)}
        </Ready>
      )}
    </StayFormPage>
  )
}

const Gone = () => (
  <Banner title="This is not on record any more. Go back to the leave of the stay" />
)

interface OneLeaveProps extends Omit<LeaveActProps, 'children'> {
  leaveId: string
  children: (leave: Leave, view: LeaveView, done: () => void) => ReactNode
}

const OneLeave = ({ leaveId, children, ...rest }: OneLeaveProps) => {
  const seen = useRef<Leave>(undefined)
  return (
    <LeaveAct {...rest}>
      {(view, done) => {
        // What is taken back is read no more before its form is done: the form stays until it has gone back.
        seen.current = view.leaves.find(({ recordId }) => recordId === leaveId) ?? seen.current
        return seen.current ? children(seen.current, view, done) : <Gone />
      }}
    </LeaveAct>
  )
}

export function AskLeave() {
  const { stayId } = useParams({ from: '/stays/$stayId/leave/ask' })
  return (
    <LeaveAct stayId={stayId} title="Ask for leave">
      {(view, done) => <AskLeaveForm view={view} stayId={stayId} onDone={done} />}
    </LeaveAct>
  )
}

export function ChangeLeave() {
  const of = useParams({ from: '/stays/$stayId/leave/$leaveId/change' })
  return (
    <OneLeave {...of} title="Change this leave">
      {(leave, view, done) => <ChangeLeaveForm view={view} leave={leave} onDone={done} />}
    </OneLeave>
  )
}

export function CancelLeave() {
  const of = useParams({ from: '/stays/$stayId/leave/$leaveId/cancel' })
  const cancel = useCommand(act.leave.cancel.mutate)
  return (
    <OneLeave {...of} title="Leave that is not taken">
      {({ recordId: id, version }, _, done) => (
        <WithdrawForm
          what="this leave"
          act="This leave is not taken"
          draft={`leave-cancel:${id}`}
          withdraw={(reason) => cancel({ id, version, reason })}
          onDone={done}
        />
      )}
    </OneLeave>
  )
}

export function NeverLeft() {
  const of = useParams({ from: '/stays/$stayId/leave/$leaveId/never-left' })
  const neverLeft = useCommand(act.leave.neverLeft.mutate)
  return (
    <OneLeave {...of} title="They never left on this leave">
      {({ recordId: leaveId, departure, returns }, _, done) =>
        departure && (
          <>
            <p>
              Recorded: left {formatDateTime(departure.leftAt)}, entered by{' '}
              <Shown>{departure.by}</Shown>
              {returns.length > 0 && ', and the return'}. Taken back, the leave stands as it was
              agreed, and the rounds of the baby are due for the whole of that time.
            </p>
            <WithdrawForm
              what="this departure"
              draft={`leave-never-left:${leaveId}`}
              withdraw={(reason) => neverLeft({ leaveId, version: departure.version, reason })}
              onDone={done}
            />
          </>
        )
      }
    </OneLeave>
  )
}

export function DecideLeavePage() {
  const of = useParams({ from: '/stays/$stayId/leave/$leaveId/decide' })
  const { name } = useMe()
  return (
    <OneLeave {...of} wide title="Decide this leave">
      {(leave, view, done) => <DecideLeave view={view} leave={leave} signer={name} onDone={done} />}
    </OneLeave>
  )
}

export function LeftOnLeave() {
  const of = useParams({ from: '/stays/$stayId/leave/$leaveId/left' })
  return (
    <OneLeave {...of} title="They have left">
      {(leave, view, done) => <LeftForm view={view} leave={leave} onDone={done} />}
    </OneLeave>
  )
}

export function BackFromLeave() {
  const of = useParams({ from: '/stays/$stayId/leave/$leaveId/back' })
  return (
    <OneLeave {...of} title="They are back">
      {(leave, view, done) => <BackForm view={view} leave={leave} onDone={done} />}
    </OneLeave>
  )
}

export function GrantSection17() {
  const { stayId } = useParams({ from: '/stays/$stayId/leave/section-17' })
  return (
    <LeaveAct stayId={stayId} title="Leave under section 17, Mental Health Act">
      {(view, done) => <GrantForm view={view} stayId={stayId} onDone={done} />}
    </LeaveAct>
  )
}

export function RevokeSection17() {
  const { stayId, grantId } = useParams({ from: '/stays/$stayId/leave/section-17/$grantId' })
  return (
    <LeaveAct stayId={stayId} title="Leave under section 17, Mental Health Act was revoked">
      {({ grants }, done) => {
        const grant = grants.find(({ recordId }) => recordId === grantId)
        return grant ? <RevokeForm grant={grant} onDone={done} /> : <Gone />
      }}
    </LeaveAct>
  )
}

export function ReportMissing() {
  const { stayId } = useParams({ from: '/stays/$stayId/leave/missing' })
  return (
    <LeaveAct stayId={stayId} title="Somebody is missing">
      {(view, done) => <MissingForm view={view} stayId={stayId} onDone={done} />}
    </LeaveAct>
  )
}

export function EndMissing() {
  const { stayId, missingId } = useParams({ from: '/stays/$stayId/leave/missing/$missingId' })
  return (
    <LeaveAct stayId={stayId} title="The search has ended">
      {(view, done) => {
        const missing = view.missing.find(({ recordId }) => recordId === missingId)
        return missing ? <EndMissingForm missing={missing} onDone={done} /> : <Gone />
      }}
    </LeaveAct>
  )
}
