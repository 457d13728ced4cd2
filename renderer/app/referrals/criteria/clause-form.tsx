import type { Clause } from '#domain/admission/criteria.ts'
import { type ClauseWords, isAsked, kindsToAdd } from '#domain/admission/editing.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { kindWords } from '../../../features/admission/words.ts'
import { Form } from '../../../ui/form/form.tsx'
import { NoteField } from '../../../ui/form/note-field.tsx'
import { FormPart } from '../../../ui/form/part.tsx'
import { RadiosField } from '../../../ui/form/radios-field.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTyped } from '../../../ui/form/use-typed.ts'
import { WholeNumberField } from '../../../ui/form/whole-number-field.tsx'

interface ClauseFormProps {
  /** The clause as it is; none for a new one. */
  clause: Clause | undefined
  groups: readonly { id: string; title: string }[]
  draft: string
  save: (words: ClauseWords, reason: string) => Promise<Reply<unknown>>
  onDone: () => void
}

type Typed = Omit<ClauseWords, 'staleAfterDays' | 'group'> & {
  staleAfterDays?: number
  group?: string
  reason: string
}

/** Every part of a clause in the words that a clinician reads; its kind says what a yes does. */
export function ClauseForm({ clause, groups, draft, save, onDone }: ClauseFormProps) {
  const initial = clause && {
    ...clause,
    group: clause.group ?? '',
    staleAfterDays: clause.staleAfterDays === null ? '' : String(clause.staleAfterDays),
  }
  return (
    <Form<Typed>
      act={clause ? 'Change the clause in the draft' : 'Add the clause to the draft'}
      draft={draft}
      {...(initial ? { initial } : {})}
      save={async ({ reason, staleAfterDays, group, ...typed }) =>
        atFields(
          await save(
            {
              ...typed,
              kind: typed.kind ?? clause?.kind,
              staleAfterDays: staleAfterDays ?? null,
              group: group || null,
            },
            reason,
          ),
        )
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title={clause ? `Change ${clause.id}` : 'A new clause'}>
        {(!clause || isAsked(clause)) && (
          <RadiosField
            name="kind"
            legend="What kind of clause is it?"
            required="Choose the kind of clause"
            choices={kindsToAdd.map((kind) => ({ value: kind, label: kindWords[kind] }))}
          />
        )}
        <TextField name="title" label="Title" required="Enter the title" />
        <NoteField
          name="question"
          label="The question that is asked"
          hint="Word it so that yes means: has to be so and is so, or must not be so and is present."
          required="Enter the question"
          rows={2}
        />
        <NoteField
          name="evidence"
          label="What to look for"
          required="Enter what the answer rests on"
          rows={2}
        />
        <GroupField groups={groups} />
        <RadiosField
          name="notApplicable"
          legend="May it be answered “not applicable”?"
          required="Say whether it may be not applicable"
          choices={[
            { value: 'never', label: 'Never' },
            { value: 'while-unborn', label: 'While no baby is born' },
            { value: 'may-be', label: 'Always' },
          ]}
        />
        <WholeNumberField
          name="staleAfterDays"
          label="Days until an answer is out of date (leave empty if never)"
          least={0}
          most={366}
        />
        <TextField
          name="source"
          label="Where it comes from: document and section"
          required="Enter where it comes from"
        />
        <TextField name="reason" label="Why it changes" required="Enter why it changes" />
      </FormPart>
    </Form>
  )
}

/** Only what has to be so may be one of a group of which one is enough. */
function GroupField({ groups }: Pick<ClauseFormProps, 'groups'>) {
  const kind = useTyped<string>('kind')
  if (kind !== undefined && kind !== '' && kind !== 'inclusion') return null
  return (
    <SelectField
      name="group"
      label="Is it one of a group, of which one is enough?"
      prompt="No, it stands by itself"
      choices={groups.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
}

/** What does not fit together in the whole set stands above the form; the rest at its field. */
function atFields(reply: Reply<unknown>): Reply<unknown> {
  if (reply.ok) return reply
  const fields = (reply.failure.fields ?? []).map(({ field, message }) => ({
    field: field.replace(/^content\.clauses\.\d+\./, ''),
    message,
  }))
  return { ok: false, failure: { ...reply.failure, fields } }
}
