import { act, useCommand } from '../../api.ts'
import { MarkForm } from '../../features/unwell-baby/mark-form.tsx'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { useMe } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'

interface PartProps {
  view: EpisodeView
  onDone: () => void
}

/** A further mark on the body map. */
export function MarkPart({ view, onDone }: PartProps) {
  const { name } = useMe()
  const add = useCommand(act.unwellBaby.addMark.mutate)
  const { episodeId, marks } = view
  return (
    <MarkForm
      draft={`mark:${episodeId}`}
      myName={name}
      marks={marks}
      heldBy={marks.at(-1)?.heldBy ?? ''}
      save={async (mark) => {
        const reply = await add({ episodeId, mark })
        return reply.ok ? reply : { ...reply, failure: atOwnFields(reply.failure) }
      }}
      onDone={onDone}
    />
  )
}

/** The service names the fields within the mark, and the form asks them by themselves. */
const atOwnFields = <F extends { fields?: readonly { field: string; message: string }[] }>(
  failure: F,
): F => ({
  ...failure,
  ...(failure.fields
    ? {
        fields: failure.fields.map(({ field, message }) => ({
          field: field.replace(/^mark\.(region|view|x|y)$/, 'place').replace(/^mark\./, ''),
          message,
        })),
      }
    : {}),
})

/** A mark that was drawn by mistake. */
export function WithdrawMarkPart({ view, markId, onDone }: PartProps & { markId: string }) {
  const withdraw = useCommand(act.unwellBaby.withdrawMark.mutate)
  const mark = view.marks.find((one) => one.markId === markId)
  if (!mark) return null
  const { version, number, text } = mark
  return (
    <WithdrawForm
      what={`mark ${number}, ${text}`}
      draft={`withdraw-mark:${markId}:${version}`}
      withdraw={(reason) => withdraw({ episodeId: view.episodeId, markId, version, reason })}
      onDone={onDone}
    />
  )
}
