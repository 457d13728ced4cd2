import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { BabiesToAskAbout, SpotChecks } from '../../features/culture/spot-checks.tsx'
import {
  AnsweredSpotCheck,
  AnswerSpotCheck,
  AskSpotCheck,
  WithdrawSpotCheck,
} from '../../features/culture/spot-forms.tsx'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { CultureFrame } from './culture-frame.tsx'

const useView = () => useRead(read.culture.spotChecks.queryOptions(undefined))

/** Whether staff understand what a plan, shared responsibility and proceedings mean. */
export function SpotChecksPage() {
  const view = useView()
  return (
    <CultureFrame
      actions={
        <Link
          to="/people/culture/spot-checks/questions"
          className="nhsuk-button nhsuk-button--secondary"
        >
          The questions
        </Link>
      }
    >
      <Ready reading={view} what="spot checks">
        {(value) => (
          <>
            <Section title="Babies with a plan or an order">
              <p className="app-quiet">
                For each of them somebody is asked within {value.withinDays} days of coming or of
                the plan or order, and again where a new one brings something else.
              </p>
              <BabiesToAskAbout view={value} />
            </Section>
            <Section title="Spot checks of the last year">
              <SpotChecks checks={value.checks} />
            </Section>
          </>
        )}
      </Ready>
    </CultureFrame>
  )
}

const back = (
  <Link to="/people/culture/spot-checks" className="nhsuk-back-link">
    Back to the spot checks
  </Link>
)

function useBack() {
  const navigate = useNavigate()
  return () => void navigate({ to: '/people/culture/spot-checks' })
}

export function AskSpotCheckPage() {
  const { pairId } = useParams({ from: '/people/culture/spot-checks/ask/$pairId' })
  const view = useView()
  const done = useBack()
  return (
    <div className="app-main app-main--reading">
      <Ready reading={view} what="form">
        {(value) => {
          const baby = value.babies.find((one) => one.pairId === pairId)
          return (
            <>
              <PageHeader
                title="Ask about a baby"
                under={baby && <Shown>{baby.baby}</Shown>}
                back={back}
              />
              {baby ? (
                <AskSpotCheck view={value} pairId={pairId} onAsked={done} onCancel={done} />
              ) : (
                <Banner title="This baby has no plan and no order now" tone="warning" />
              )}
            </>
          )
        }}
      </Ready>
    </div>
  )
}

export function SpotCheckPage() {
  const { checkId } = useParams({ from: '/people/culture/spot-checks/$checkId' })
  const view = useView()
  const done = useBack()
  return (
    <div className="app-main app-main--reading">
      <Ready reading={view} what="spot check">
        {(value) => {
          const check = value.checks.find(({ id }) => id === checkId)
          if (!check) return <Banner title="This is not on record any more" tone="warning" />
          return (
            <>
              <PageHeader title="Spot check" under={<Shown>{check.staff}</Shown>} back={back} />
              {check.answered ? (
                <AnsweredSpotCheck check={check} />
              ) : (
                <AnswerSpotCheck check={check} onDone={done} />
              )}
              <details>
                <summary>It was entered in error</summary>
                <WithdrawSpotCheck check={check} onDone={done} />
              </details>
            </>
          )
        }}
      </Ready>
    </div>
  )
}
