import type { Helper } from '#domain/unwell-baby/record.ts'
import { act, useCommand } from '../../api.ts'
import { CorrectCallForm } from '../../features/unwell-baby/correct-call-form.tsx'
import { HelpForm, ReachedForm, SeenForm } from '../../features/unwell-baby/help-form.tsx'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { useMe } from '../session/me.ts'

interface PartProps {
  view: EpisodeView
  onDone: () => void
}

/** A call that nobody has written down yet. */
export function CallPart({ view, ring, onDone }: PartProps & { ring: readonly Helper[] }) {
  const { name } = useMe()
  const rang = useCommand(act.unwellBaby.rang.mutate)
  const reached = useCommand(act.unwellBaby.reached.mutate)
  const { episodeId } = view
  return (
    <HelpForm
      draft={`call:${episodeId}`}
      myName={name}
      ring={ring}
      save={(made) =>
        made.kind === 'reached'
          ? reached({ ...made.call, episodeId })
          : rang({ ...made.call, episodeId })
      }
      onDone={onDone}
    />
  )
}

/** Somebody who was rung has been spoken to. */
export function SpokenPart({ view, contactId, onDone }: PartProps & { contactId: string }) {
  const { name } = useMe()
  const reached = useCommand(act.unwellBaby.reached.mutate)
  const contact = view.help.contacts.find((one) => one.contactId === contactId)
  if (!contact) return null
  const { whom, version, reachedAt, reachedName, advice, reference, transferAdvised } = contact
  return (
    <ReachedForm
      draft={`reached:${contactId}:${version}`}
      myName={name}
      whom={whom}
      known={{ reachedAt, reachedName, advice, reference, transferAdvised }}
      save={(spoken) => reached({ ...spoken, episodeId: view.episodeId, contactId, version, whom })}
      onDone={onDone}
    />
  )
}

/** A call that was written down wrongly. */
export function CorrectCallPart({ view, contactId, onDone }: PartProps & { contactId: string }) {
  const correct = useCommand(act.unwellBaby.correctCall.mutate)
  const contact = view.help.contacts.find((one) => one.contactId === contactId)
  if (!contact) return null
  const { version } = contact
  return (
    <CorrectCallForm
      draft={`correct-call:${contactId}:${version}`}
      call={contact}
      save={(call) => correct({ ...call, episodeId: view.episodeId, contactId, version })}
      onDone={onDone}
    />
  )
}

interface SeenPartProps extends PartProps {
  whom: Helper
  contactId: string | undefined
}

/** The doctor or the crew is with the baby. */
export function SeenPart({ view, whom, contactId, onDone }: SeenPartProps) {
  const seen = useCommand(act.unwellBaby.seen.mutate)
  const contact = view.help.contacts.find((one) => one.contactId === contactId)
  const of = contact ? { contactId: contact.contactId, version: contact.version } : {}
  return (
    <SeenForm
      whom={whom}
      known={contact !== undefined}
      save={(input) =>
        seen({ ...input, ...of, episodeId: view.episodeId, whom: input.whom ?? whom })
      }
      onDone={onDone}
    />
  )
}
