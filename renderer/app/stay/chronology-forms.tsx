import { useNavigate, useParams } from '@tanstack/react-router'
import { act, useCommand } from '../../api.ts'
import { RaiseClashForm, SettleForm } from '../../features/chronology/clash-form.tsx'
import { type Entry, EntryForm } from '../../features/chronology/entry-form.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Ready } from '../reading.tsx'
import { useChronology } from './chronology-page.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

/** An event that is entered, or corrected. */
export function AddEntry() {
  const { stayId } = useParams({ from: '/stays/$stayId/chronology/add' })
  return <EntryPage stayId={stayId} />
}

export function CorrectEntry() {
  const { stayId, entryId } = useParams({ from: '/stays/$stayId/chronology/$entryId' })
  return <EntryPage stayId={stayId} entryId={entryId} />
}

function EntryPage({ stayId, entryId }: { stayId: string; entryId?: string }) {
  const back = useBackToChronology(stayId)
  const chronology = useChronology(stayId)
  return (
    <StayFormPage
      stayId={stayId}
      title={() => (entryId ? 'Correct an event' : 'Add an event to the history')}
    >
      {() => (
        <Ready reading={chronology} what="history">
          {(view) => {
            const entry = view.entries.find(({ recordId }) => recordId === entryId)
            if (entryId && !entry) return <Banner title="This event is not on record any more" />
            return (
              <>
                <EntryForm
                  view={view}
                  stayId={stayId}
                  onDone={back}
                  {...(entry ? { correcting: entry } : {})}
                />
                {entry && <WithdrawEntry entry={entry} onDone={back} />}
              </>
            )
          }}
        </Ready>
      )}
    </StayFormPage>
  )
}

function WithdrawEntry({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const withdraw = useCommand(act.chronology.withdraw.mutate)
  const { recordId: id, version } = entry
  return (
    <WithdrawForm
      what="this event"
      draft={`withdraw:${id}:${version}`}
      withdraw={(reason) => withdraw({ id, version, reason })}
      onDone={onDone}
    />
  )
}

/** Two accounts that differ, where the rules cannot know it. */
export function AccountsDiffer() {
  const { stayId } = useParams({ from: '/stays/$stayId/chronology/differ' })
  const back = useBackToChronology(stayId)
  const chronology = useChronology(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Two accounts differ'}>
      {() => (
        <Ready reading={chronology} what="history">
          {(view) => <RaiseClashForm view={view} stayId={stayId} onDone={back} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

/** Which of two accounts holds. */
export function SettleClash() {
  const { stayId, firstId, secondId } = useParams({
    from: '/stays/$stayId/settle/$firstId/$secondId',
  })
  const back = useBackToChronology(stayId)
  const chronology = useChronology(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Say which account holds'}>
      {() => (
        <Ready reading={chronology} what="history">
          {({ clashes }) => {
            const clash = clashes.find(
              (one) => one.firstId === firstId && one.secondId === secondId,
            )
            if (!clash) return <Banner title="These accounts do not differ any more" />
            return (
              <>
                <Banner title={clash.text} tone="warning" />
                <SettleForm clash={clash} stayId={stayId} onDone={back} />
              </>
            )
          }}
        </Ready>
      )}
    </StayFormPage>
  )
}

function useBackToChronology(stayId: string) {
  const navigate = useNavigate()
  return () => void navigate({ to: '/stays/$stayId/chronology', params: { stayId } })
}
