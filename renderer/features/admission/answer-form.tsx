import type { Answer } from '#domain/shared/answer.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { type Basis, carries, carryingBases } from '#domain/shared/provenance.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { AnswerField } from '../../ui/form/answer-field.tsx'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { basisTyped } from './basis-typed.ts'
import { useSeen } from './use-seen.ts'
import type { ClauseView } from './view.ts'

type AnswerInput = InputOf<typeof act.admission.answer.mutate>

interface AnswerFormProps {
  referralId: string
  clause: ClauseView
  /** What the person said last on this page of how it is known: mostly it is the same call. */
  lastBasis: Basis | undefined
  onDone: (basis?: Basis) => void
}

/** The answer to one clause, with the date that it describes and how it is known. */
export function AnswerForm({ referralId, clause, lastBasis, onDone }: AnswerFormProps) {
  const answer = useCommand(act.admission.answer.mutate)
  const { seen, after } = useSeen(clause.typed?.version ?? 0)
  return (
    <Form<AnswerInput>
      act="Record the answer"
      draft={`answer:${referralId}:${clause.id}`}
      initial={lastBasis && carries(lastBasis.kind) ? { basis: basisTyped(lastBasis) } : {}}
      save={async (typed) => {
        const reply = await answer({
          ...typed,
          referralId,
          clauseId: clause.id,
          describedOn: typed.describedOn ?? null,
          setByCourt: typed.setByCourt ?? false,
          basis: typed.basis ?? null,
          seenVersion: seen,
        })
        if (reply.ok) onDone((typed.basis as Basis | undefined) ?? undefined)
        return after(reply)
      }}
      cancel={{ label: 'Go back', onClick: () => onDone() }}
    >
      <AnswerFields clause={clause} />
    </Form>
  )
}

function AnswerFields({ clause }: { clause: ClauseView }) {
  const today = dateOf(useServiceNow()())
  const typed = useTyped<Answer | ''>('answer')
  return (
    <>
      <AnswerField
        name="answer"
        legend={clause.question}
        hint={`Look for: ${clause.evidence}`}
        required="Choose an answer"
        without={clause.notApplicable === 'never' ? ['not-applicable'] : []}
      />
      {typed && typed !== 'not-yet-asked' && (
        <>
          <DateField
            name="describedOn"
            legend="Which day does this describe? (if it is known)"
            {...(clause.staleAfterDays === null
              ? {}
              : {
                  hint: `It goes out of date after ${clause.staleAfterDays} days; without a day it counts as out of date.`,
                })}
            latest={today}
            today
          />
          <BasisField
            name="basis"
            of="this"
            today={today}
            {...(typed === 'not-known' ? {} : { kinds: carryingBases })}
          />
          <ConfirmField name="setByCourt" label="A court or an order sets this" />
          <NoteField name="note" label="Note (optional)" rows={2} />
        </>
      )}
    </>
  )
}
