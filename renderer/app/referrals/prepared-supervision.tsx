import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDate } from '#domain/shared/calendar.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import type { ReferralView } from '../../features/admission/view.ts'
import { childName } from '../../features/admission/words.ts'
import { PrepareForm } from '../../features/supervision/prepare-form.tsx'
import { PreparedSummary } from '../../features/supervision/prepared-summary.tsx'
import type { PreparedChild, PreparedView } from '../../features/supervision/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'
import { ReferralFormPage, useBackToReferral } from './referral-form-page.tsx'
import { useStaffNames } from './use-staff-names.ts'

const nameIn = (view: ReferralView, childId: string) => {
  const child = view.children.find(({ id }) => id === childId)
  return child ? childName(child, formatDate) : 'A baby'
}

/**
 * The supervision that will hold from arrival, for each child of the referral, and the way to decide it. When the referral
 * has ended there is nothing to decide any more: what was decided stays readable.
 */
export function PreparedSection({ view }: { view: ReferralView }) {
  const mayPrepare = useMay('supervision:decide')
  const nameOf = useStaffNames()
  const referralId = view.referral.id
  const prepared = useRead(read.supervision.prepared.queryOptions({ referralId }))
  const isOver =
    !view.open &&
    prepared.state === 'ready' &&
    prepared.value.children.every((child) => child.prepared === null && child.over !== null)
  if (isOver) return null
  return (
    <Section title="Supervision from arrival">
      <Ready reading={prepared} what="supervision">
        {({ children, rules }) =>
          children.map((child) => (
            <div key={child.childId}>
              <h3>
                <Shown>{nameIn(view, child.childId)}</Shown>
              </h3>
              {child.prepared ? (
                <PreparedSummary rules={rules} prepared={child.prepared} nameOf={nameOf} />
              ) : child.over !== null ? (
                <p>Nothing was decided before arrival.</p>
              ) : (
                <p>
                  Nothing is decided yet. Without it supervision is constant from arrival, and
                  counts as not set.
                </p>
              )}
              {child.prepared?.takenBy ? (
                <p className="app-quiet">In force since mother and baby were together.</p>
              ) : (
                mayPrepare &&
                (child.over === null || child.prepared) && (
                  <PrepareLinks child={child} referralId={referralId} />
                )
              )}
            </div>
          ))
        }
      </Ready>
    </Section>
  )
}

function PrepareLinks({ child, referralId }: { child: PreparedChild; referralId: string }) {
  const params = { referralId, childId: child.childId }
  return (
    <p className="app-buttons">
      {child.over === null && (
        <Link
          to="/referrals/$referralId/supervision/$childId"
          params={params}
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        >
          {child.prepared ? 'Decide again' : 'Decide supervision'}{' '}
          <span className="app-hidden">from arrival</span>
        </Link>
      )}
      {child.prepared && (
        <Link to="/referrals/$referralId/supervision/$childId/withdraw" params={params}>
          Entered in error
        </Link>
      )}
    </p>
  )
}

/** On the form of the arrival: what comes into force with it. */
export function PreparedOnArrival({ view }: { view: ReferralView }) {
  const nameOf = useStaffNames()
  const referralId = view.referral.id
  const prepared = useRead(read.supervision.prepared.queryOptions({ referralId }))
  if (prepared.state !== 'ready') return null
  const { children, rules } = prepared.value
  return children.map((child) => (
    <ArrivalPanel key={child.childId} title={nameIn(view, child.childId)} child={child}>
      {child.prepared && (
        <PreparedSummary rules={rules} prepared={child.prepared} nameOf={nameOf} />
      )}
    </ArrivalPanel>
  ))
}

interface ArrivalPanelProps {
  title: string
  child: PreparedChild
  children: ReactNode
}

function ArrivalPanel({ title, child, children }: ArrivalPanelProps) {
  if (child.prepared?.state === 'holds')
    return (
      <Banner title={`Supervision of ${title}: in force from the minute of arrival`} tone="good">
        {children}
      </Banner>
    )
  return (
    <Banner title={`Supervision of ${title} is not decided: constant from arrival`} tone="warning">
      {children}
      <p>
        Decide it on the referral before she arrives, or on the page of the stay within the hour.
      </p>
    </Banner>
  )
}

/** The page on which the assessment before arrival is made. */
export function PrepareSupervisionPage() {
  const { referralId, childId } = useParams({ from: '/referrals/$referralId/supervision/$childId' })
  const me = useMe()
  const done = useBackToReferral(referralId)
  const nameOf = useStaffNames()
  const prepared = useRead(read.supervision.prepared.queryOptions({ referralId }))
  return (
    <ReferralFormPage referralId={referralId} title="Supervision from arrival">
      {(view) => (
        <Ready reading={prepared} what="supervision">
          {(value) => {
            const child = childIn(value, childId)
            if (!child) return <Banner title="This child is not on the referral any more" />
            if (child.over !== null) return <Banner title={child.over} tone="warning" />
            return (
              <>
                <h2>
                  <Shown>{nameIn(view, childId)}</Shown>
                </h2>
                {child.prepared && (
                  <Banner title="Signed already: what you sign here takes its place">
                    <PreparedSummary
                      rules={value.rules}
                      prepared={child.prepared}
                      nameOf={nameOf}
                    />
                  </Banner>
                )}
                <PrepareForm view={value} child={child} signer={me.name} onDone={done} />
              </>
            )
          }}
        </Ready>
      )}
    </ReferralFormPage>
  )
}

const childIn = ({ children }: PreparedView, childId: string) =>
  children.find((one) => one.childId === childId)

/** That an assessment before arrival was entered in error. */
export function WithdrawPreparedPage() {
  const { referralId, childId } = useParams({
    from: '/referrals/$referralId/supervision/$childId/withdraw',
  })
  const withdraw = useCommand(act.supervision.withdrawPrepared.mutate)
  const done = useBackToReferral(referralId)
  const prepared = useRead(read.supervision.prepared.queryOptions({ referralId }))
  return (
    <ReferralFormPage referralId={referralId} title="Supervision entered in error">
      {(view) => (
        <Ready reading={prepared} what="supervision">
          {(value) => {
            const version = childIn(value, childId)?.prepared?.version
            if (version === undefined) return <Banner title="Nothing is decided for this child" />
            return (
              <Form<{ reason: string }>
                act="Mark it as entered in error"
                kind="warning"
                draft={`withdraw-prepared:${childId}`}
                save={({ reason }) => withdraw({ childId, version, reason })}
                onSaved={done}
                cancel={{ label: 'Go back', onClick: done }}
              >
                <FormPart title={nameIn(view, childId)}>
                  <TextField name="reason" label="Why" required="Enter why it was an error" />
                </FormPart>
              </Form>
            )
          }}
        </Ready>
      )}
    </ReferralFormPage>
  )
}
