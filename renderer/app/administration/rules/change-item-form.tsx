import { valueText } from '#domain/rule-sets/differences.ts'
import { type ItemWithin, putAfter, putValue } from '#domain/rule-sets/fields.ts'
import { act, useCommand } from '../../../api.ts'
import { Form } from '../../../ui/form/form.tsx'
import { NoteField } from '../../../ui/form/note-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { atField } from './change-value-form.tsx'
import { type RevisionView, whereText } from './words.tsx'

interface ChangeItemFormProps {
  revision: RevisionView
  content: unknown
  item: ItemWithin
  /** A copy is put after it, to be changed; or it is taken out. */
  what: 'copy' | 'take-out'
  onDone: () => void
}

/** One item of a list of a draft: another one after it, made like it, or none. */
export function ChangeItemForm({ revision, content, item, what, onDone }: ChangeItemFormProps) {
  const change = useCommand(act.ruleSets.changeDraft.mutate)
  const { id, version, title, source, reviewDue, changes } = revision
  const isText = typeof item.value === 'string'
  const save = async ({ reason, becomes }: { reason: string; becomes?: string }) => {
    const copy = isText
      ? (becomes ?? '')
      : item.code
        ? { ...(item.value as object), [item.code.key]: becomes }
        : item.value
    const changed =
      what === 'copy' ? putAfter(content, item.path, copy) : putValue(content, item.path, undefined)
    const heads = { id, version, title, source, reviewDue, changes, reason }
    return atField(await change({ ...heads, content: changed }), item.path.slice(0, -1))
  }
  return (
    <Section title={`${what === 'copy' ? 'Add one like' : 'Take out'}: ${whereText(item.where)}`}>
      <p>
        <Shown>{valueText(item.value) ?? ''}</Shown>
      </p>
      <Form<{ reason: string; becomes?: string }>
        act={what === 'copy' ? 'Add it to the draft' : 'Take it out of the draft'}
        save={save}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
      >
        {what === 'copy' && isText && (
          <NoteField name="becomes" label="What it says" required="Enter what it says" rows={2} />
        )}
        {what === 'copy' && item.code && (
          <TextField
            name="becomes"
            label="Its own code"
            hint={`Letters, digits and hyphens, other than ${item.code.value}. Change the rest afterwards.`}
            required="Enter a code of its own"
          />
        )}
        <TextField name="reason" label="Why" required="Enter why it changes" />
      </Form>
    </Section>
  )
}
