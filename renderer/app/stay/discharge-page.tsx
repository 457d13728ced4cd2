import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { act, read, useRead } from '../../api.ts'
import { LetterButtons, SavedLetter } from '../../features/admission/letter-buttons.tsx'
import { PlanForm } from '../../features/discharge/plan-form.tsx'
import { NotToBeTold, SendForm } from '../../features/discharge/send-form.tsx'
import {
  FromRecords,
  MissingBanner,
  PlanFacts,
  SentSummaries,
} from '../../features/discharge/summary.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { StayFormPage } from './stay-form-page.tsx'

const useDischarge = (stayId: string) => useRead(read.discharge.view.queryOptions({ stayId }))

/** Discharge or transfer: the plan, what is missing, who is told, and the summary that goes along. */
export function DischargePage() {
  const { stayId } = useParams({ from: '/stays/$stayId/discharge' })
  const view = useDischarge(stayId)
  const mayEdit = useMay('stays:edit')
  return (
    <StayFormPage stayId={stayId} wide title={() => 'Discharge and transfer'}>
      {() => (
        <Ready reading={view} what="discharge">
          {(value) => {
            const { plan, gap, left } = value
            const change = mayEdit && !left && (
              <Link
                to="/stays/$stayId/discharge/plan"
                params={{ stayId }}
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              >
                {plan ? 'Change the plan' : 'Make the plan'}
              </Link>
            )
            return (
              <>
                <MissingBanner missing={value.missing[plan?.whereTo ?? 'home']} />
                <NotToBeTold recipients={value.recipients} />
                {gap && (
                  <Banner title="They left before everything was in place" tone="warning">
                    <p>{gap.missing.join('. ')}.</p>
                    <ShownNote>{gap.because}</ShownNote>
                  </Banner>
                )}
                <Section title="Plan" actions={plan && change}>
                  {plan ? (
                    <>
                      <PlanFacts plan={plan} />
                      <LetterButtons
                        what="Discharge summary"
                        make={(format) => act.discharge.print.query({ stayId, format })}
                      />
                    </>
                  ) : (
                    <Empty action={change}>There is no discharge plan yet.</Empty>
                  )}
                </Section>
                {(plan || value.sent.length > 0) && (
                  <Section
                    title="Sent"
                    actions={
                      plan &&
                      mayEdit && (
                        <Link
                          to="/stays/$stayId/discharge/send"
                          params={{ stayId }}
                          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                        >
                          Send the summary
                        </Link>
                      )
                    }
                  >
                    <SentSummaries
                      view={value}
                      open={({ recordId: sentId }) => (
                        <SavedLetter
                          label="Save as it was sent"
                          make={() => act.discharge.sent.query({ sentId })}
                        />
                      )}
                    />
                  </Section>
                )}
                <FromRecords view={value} />
              </>
            )
          }}
        </Ready>
      )}
    </StayFormPage>
  )
}

export function SendDischarge() {
  const { stayId } = useParams({ from: '/stays/$stayId/discharge/send' })
  const view = useDischarge(stayId)
  const navigate = useNavigate()
  return (
    <StayFormPage stayId={stayId} title={() => 'Send the discharge summary'}>
      {() => (
        <Ready reading={view} what="discharge">
          {({ recipients }) => (
            <SendForm
              stayId={stayId}
              recipients={recipients}
              onDone={() => void navigate({ to: '/stays/$stayId/discharge', params: { stayId } })}
            />
          )}
        </Ready>
      )}
    </StayFormPage>
  )
}

export function PlanDischarge() {
  const { stayId } = useParams({ from: '/stays/$stayId/discharge/plan' })
  const view = useDischarge(stayId)
  const navigate = useNavigate()
  return (
    <StayFormPage stayId={stayId} title={() => 'Discharge plan'}>
      {() => (
        <Ready reading={view} what="plan">
          {({ plan }) => (
            <PlanForm
              stayId={stayId}
              plan={plan}
              onDone={() => void navigate({ to: '/stays/$stayId/discharge', params: { stayId } })}
            />
          )}
        </Ready>
      )}
    </StayFormPage>
  )
}

/** On the form that ends a stay: what is missing, and the way to put it right. */
export function MissingAtLeaving({ stayId }: { stayId: string }) {
  const view = useDischarge(stayId)
  if (view.state !== 'ready') return null
  const missing = view.value.missing.home
  if (missing.length === 0) return null
  return (
    <>
      <MissingBanner missing={missing} />
      <p>
        <Link to="/stays/$stayId/discharge" params={{ stayId }}>
          Discharge plan, and who is told
        </Link>
      </p>
    </>
  )
}
