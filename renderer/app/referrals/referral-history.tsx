import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Shown } from '../../ui/shown.tsx'
import { Chronology } from '../chronology/chronology.tsx'
import { DifferAct, EntryAct, entryTitle, SettleAct } from '../chronology/chronology-acts.tsx'
import { ReferralFormPage } from './referral-form-page.tsx'

const look = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'

/** One page of history before anybody has arrived: what every source told of her and her baby so far. */
export function ReferralHistory() {
  const { referralId } = useParams({ from: '/referrals/$referralId/chronology' })
  const params = { referralId }
  return (
    <ReferralFormPage referralId={referralId} wide title="One page of history">
      {() => (
        <Chronology
          of={params}
          ways={{
            add: (
              <Link to="/referrals/$referralId/chronology/add" params={params} className={look}>
                Add an event
              </Link>
            ),
            differ: (
              <Link to="/referrals/$referralId/chronology/differ" params={params} className={look}>
                Two accounts differ
              </Link>
            ),
            correct: (entryId) => (
              <Link
                to="/referrals/$referralId/chronology/$entryId"
                params={{ referralId, entryId }}
              >
                Correct
              </Link>
            ),
            settle: ({ firstId, secondId }) => (
              <Link
                to="/referrals/$referralId/settle/$firstId/$secondId"
                params={{ referralId, firstId, secondId }}
              >
                Say which holds
              </Link>
            ),
            document: (_, title) => <Shown>{title}</Shown>,
          }}
        />
      )}
    </ReferralFormPage>
  )
}

export function AddReferralEntry() {
  const { referralId } = useParams({ from: '/referrals/$referralId/chronology/add' })
  return <EntryPage referralId={referralId} />
}

export function CorrectReferralEntry() {
  const { referralId, entryId } = useParams({
    from: '/referrals/$referralId/chronology/$entryId',
  })
  return <EntryPage referralId={referralId} entryId={entryId} />
}

function EntryPage({ referralId, ...entry }: { referralId: string; entryId?: string }) {
  const back = useBackToHistory(referralId)
  return (
    <ReferralFormPage referralId={referralId} title={entryTitle(entry.entryId)}>
      {() => <EntryAct of={{ referralId }} onDone={back} {...entry} />}
    </ReferralFormPage>
  )
}

export function ReferralAccountsDiffer() {
  const { referralId } = useParams({ from: '/referrals/$referralId/chronology/differ' })
  const back = useBackToHistory(referralId)
  return (
    <ReferralFormPage referralId={referralId} title="Two accounts differ">
      {() => <DifferAct of={{ referralId }} onDone={back} />}
    </ReferralFormPage>
  )
}

export function SettleReferralClash() {
  const { referralId, ...accounts } = useParams({
    from: '/referrals/$referralId/settle/$firstId/$secondId',
  })
  const back = useBackToHistory(referralId)
  return (
    <ReferralFormPage referralId={referralId} title="Say which account holds">
      {() => <SettleAct of={{ referralId }} onDone={back} {...accounts} />}
    </ReferralFormPage>
  )
}

function useBackToHistory(referralId: string) {
  const navigate = useNavigate()
  return () => void navigate({ to: '/referrals/$referralId/chronology', params: { referralId } })
}
