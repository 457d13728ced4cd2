import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, useCommand } from '../../api.ts'
import { PaperForm } from '../../features/unwell-baby/paper-form.tsx'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { useMay } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import type { Do } from './doing.ts'

interface PartProps {
  view: EpisodeView
  onDone: () => void
}

export function PaperPart({ view: { episodeId }, onDone }: PartProps) {
  const save = useCommand(act.unwellBaby.paperForm.mutate)
  return (
    <PaperForm
      draft={`paper:${episodeId}`}
      save={(typed) => save({ ...typed, episodeId })}
      onDone={onDone}
    />
  )
}

export function WithdrawPaperPart({ view, paperId, onDone }: PartProps & { paperId: string }) {
  const withdraw = useCommand(act.unwellBaby.withdrawPaper.mutate)
  const form = view.paper.forms.find((one) => one.paperId === paperId)
  if (!form) return null
  const { episodeId } = view
  return (
    <WithdrawForm
      what="this paper form"
      draft={`withdraw-paper:${paperId}:${form.version}`}
      withdraw={(reason) => withdraw({ episodeId, paperId, version: form.version, reason })}
      onDone={onDone}
    />
  )
}

/** Which parts were written by hand, where the forms are, and how many entries were copied from them. */
export function PaperSection({ view, onDo }: { view: EpisodeView; onDo: Do }) {
  const mayRecord = useMay('episode:record')
  const { forms, entries } = view.paper
  if (forms.length === 0) return null
  return (
    <Section title="Written on paper">
      <ul>
        {forms.map(({ paperId, writtenFrom, writtenUntil, because, keptWhere, by, at }) => (
          <li key={paperId}>
            {formatDateTime(writtenFrom)} to {formatDateTime(writtenUntil)}:{' '}
            <Shown>{because}</Shown>. Kept: <Shown>{keptWhere}</Shown>. Said by <Shown>{by}</Shown>,{' '}
            {formatDateTime(at)}.{' '}
            {mayRecord && (
              <Button kind="quiet" small onClick={() => onDo({ form: 'withdraw-paper', paperId })}>
                Not on paper
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p>
        {entries.length === 1
          ? '1 entry was copied from paper and is marked so.'
          : `${entries.length} entries were copied from paper and are marked so.`}
      </p>
    </Section>
  )
}
