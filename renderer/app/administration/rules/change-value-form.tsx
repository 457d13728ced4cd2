import { valueText } from '#domain/rule-sets/differences.ts'
import { readValue, type ValueWithin, withValue } from '#domain/rule-sets/values.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { act, useCommand } from '../../../api.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { RadiosField } from '../../../ui/form/radios-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { type RevisionView, whereText } from './words.tsx'

interface ChangeValueFormProps {
  revision: RevisionView
  content: unknown
  value: ValueWithin
  onDone: () => void
}

/** One value of a draft: what it is now, what it becomes, and why. */
export function ChangeValueForm({ revision, content, value, onDone }: ChangeValueFormProps) {
  const change = useCommand(act.ruleSets.changeDraft.mutate)
  const { id, version, title, source, reviewDue, changes } = revision
  const { path, where, value: before } = value
  return (
    <Section title={whereText(where)}>
      <Facts facts={[{ name: 'Now', value: <Shown>{valueText(before) ?? ''}</Shown> }]} />
      <Form<{ becomes?: string; reason: string }>
        act="Change the draft"
        save={async ({ becomes = '', reason }) => {
          const changed = withValue(content, path, readValue(becomes, before))
          const heads = { id, version, title, source, reviewDue, changes, reason }
          return atField(await change({ ...heads, content: changed }), path)
        }}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
        initial={{ becomes: typeof before === 'boolean' ? '' : String(before ?? '') }}
      >
        {typeof before === 'boolean' ? (
          <RadiosField
            name="becomes"
            legend="What it becomes"
            required="Choose yes or no"
            choices={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
        ) : (
          <TextField name="becomes" label="What it becomes" />
        )}
        <TextField name="reason" label="Why" required="Enter why it changes" />
      </Form>
    </Section>
  )
}

/** A fault of the rules at the place that was changed is shown at the field; others stand above the form. */
function atField(reply: Reply<unknown>, path: ValueWithin['path']): Reply<unknown> {
  if (reply.ok) return reply
  const place = ['content', ...path].join('.')
  const fields = (reply.failure.fields ?? []).map((one) =>
    one.field === place ? { ...one, field: 'becomes' } : one,
  )
  return { ok: false, failure: { ...reply.failure, fields } }
}
