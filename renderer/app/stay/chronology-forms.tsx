import { useNavigate, useParams } from '@tanstack/react-router'
import { DifferAct, EntryAct, entryTitle, SettleAct } from '../chronology/chronology-acts.tsx'
import { StayFormPage } from './stay-form-page.tsx'

/** The acts on the history of a stay. */
export function AddEntry() {
  const { stayId } = useParams({ from: '/stays/$stayId/chronology/add' })
  return <EntryPage stayId={stayId} />
}

export function CorrectEntry() {
  const { stayId, entryId } = useParams({ from: '/stays/$stayId/chronology/$entryId' })
  return <EntryPage stayId={stayId} entryId={entryId} />
}

function EntryPage({ stayId, ...entry }: { stayId: string; entryId?: string }) {
  const back = useBackToChronology(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => entryTitle(entry.entryId)}>
      {() => <EntryAct of={{ stayId }} onDone={back} {...entry} />}
    </StayFormPage>
  )
}

export function AccountsDiffer() {
  const { stayId } = useParams({ from: '/stays/$stayId/chronology/differ' })
  const back = useBackToChronology(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Two accounts differ'}>
      {() => <DifferAct of={{ stayId }} onDone={back} />}
    </StayFormPage>
  )
}

export function SettleClash() {
  const { stayId, ...accounts } = useParams({ from: '/stays/$stayId/settle/$firstId/$secondId' })
  const back = useBackToChronology(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Say which account holds'}>
      {() => <SettleAct of={{ stayId }} onDone={back} {...accounts} />}
    </StayFormPage>
  )
}

function useBackToChronology(stayId: string) {
  const navigate = useNavigate()
  return () => void navigate({ to: '/stays/$stayId/chronology', params: { stayId } })
}
