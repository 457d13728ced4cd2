import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { act, read, useRead } from '../../api.ts'
import { LetterButtons } from '../../features/admission/letter-buttons.tsx'
import { ConfirmRaises } from '../../features/supervision/confirm-raises.tsx'
import { DecideForm } from '../../features/supervision/decide-form.tsx'
import { SupervisionGrid } from '../../features/supervision/grid.tsx'
import { SupervisionHistory } from '../../features/supervision/history.tsx'
import { SupervisionNow } from '../../features/supervision/now.tsx'
import { RaiseForm } from '../../features/supervision/raise-form.tsx'
import { SideBySide } from '../../features/supervision/side-by-side.tsx'
import type { SupervisionView } from '../../features/supervision/view.ts'
import { Section } from '../../ui/section.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'
import { EventsSection, EventsToAnswer } from './review-events.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import type { StayView } from './stay-view.ts'

const babyName = (stay: StayView, pairId: string) => {
  const pair = stay.pairs.find(({ id }) => id === pairId)
  return pair ? fullName(pair.baby) : 'this baby'
}

/** The supervision of one mother and baby: what holds, the grid, and every decision before it. */
export function SupervisionPage() {
  const { stayId, pairId } = useParams({ from: '/stays/$stayId/supervision/$pairId' })
  const view = useRead(read.supervision.current.queryOptions({ pairId }))
  return (
    <StayFormPage
      stayId={stayId}
      wide
      title={(stay) => `Supervision: ${babyName(stay, pairId)} with the mother`}
    >
      {() => (
        <Ready reading={view} what="supervision">
          {(value) => <Supervision view={value} stayId={stayId} pairId={pairId} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

interface SupervisionProps {
  view: SupervisionView
  stayId: string
  pairId: string
}

function Supervision({ view, stayId, pairId }: SupervisionProps) {
  const me = useMe()
  const mayDecide = useMay('supervision:decide')
  const mayRaise = useMay('supervision:raise')
  const mayConfirm = useMay('supervision:confirm-raise')
  const first = view.decisions.length === 0
  const params = { stayId, pairId }
  return (
    <>
      <SupervisionNow view={view} />
      <ConfirmRaises view={view} signer={me.name} mayConfirm={mayConfirm} />
      <div className="app-buttons app-buttons--under app-no-print">
        {mayDecide && (
          <Link
            to="/stays/$stayId/supervision/$pairId/decide"
            params={params}
            className="nhsuk-button"
          >
            {first ? 'Make the first assessment' : 'Review: renew or change'}
          </Link>
        )}
        {mayRaise && !first && (
          <Link
            to="/stays/$stayId/supervision/$pairId/raise"
            params={params}
            className="nhsuk-button nhsuk-button--warning"
          >
            Raise supervision now
          </Link>
        )}
      </div>
      <Section
        title="Where, and at which level"
        actions={
          <LetterButtons
            what="This page"
            make={(format) => act.supervision.print.query({ pairId, format })}
          />
        }
      >
        <SupervisionGrid view={view} />
      </Section>
      <EventsSection stayId={stayId} pairId={pairId} />
      <Section title="Decisions">
        <SideBySide view={view} />
        <NamedHistory view={view} />
      </Section>
    </>
  )
}

function NamedHistory({ view }: { view: SupervisionView }) {
  const staff = useRead(read.users.staff.queryOptions(undefined))
  const names = new Map(
    staff.state === 'ready' ? staff.value.map(({ recordId, name }) => [recordId, name]) : [],
  )
  return <SupervisionHistory view={view} nameOf={(staffId) => names.get(staffId) ?? '–'} />
}

/** A first assessment, or a review of the last. */
export function DecideSupervision() {
  const { stayId, pairId } = useParams({ from: '/stays/$stayId/supervision/$pairId/decide' })
  const me = useMe()
  const mayOverride = useMay('supervision:override')
  const done = useBackToSupervision(stayId, pairId)
  const view = useRead(read.supervision.current.queryOptions({ pairId }))
  return (
    <StayFormPage
      stayId={stayId}
      title={(stay) => `Supervision assessment: ${babyName(stay, pairId)}`}
    >
      {() => (
        <Ready reading={view} what="supervision">
          {(value) => (
            <>
              <EventsToAnswer stayId={stayId} pairId={pairId} />
              <DecideForm view={value} signer={me.name} mayOverride={mayOverride} onDone={done} />
            </>
          )}
        </Ready>
      )}
    </StayFormPage>
  )
}

/** A raise at once. */
export function RaiseSupervision() {
  const { stayId, pairId } = useParams({ from: '/stays/$stayId/supervision/$pairId/raise' })
  const me = useMe()
  const done = useBackToSupervision(stayId, pairId)
  const view = useRead(read.supervision.current.queryOptions({ pairId }))
  return (
    <StayFormPage stayId={stayId} title={(stay) => `Raise supervision: ${babyName(stay, pairId)}`}>
      {() => (
        <Ready reading={view} what="supervision">
          {(value) => <RaiseForm view={value} role={me.role} onDone={done} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

function useBackToSupervision(stayId: string, pairId: string) {
  const navigate = useNavigate()
  return () =>
    void navigate({ to: '/stays/$stayId/supervision/$pairId', params: { stayId, pairId } })
}
