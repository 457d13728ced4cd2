import { type FieldWithin, putValue, type RulePath } from '#domain/rule-sets/fields.ts'
import type { FieldShape } from '#domain/rule-sets/shape.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { act, useCommand } from '../../../api.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { readTyped, type Typed, typedOf, ValueField } from './value-field.tsx'
import { fieldText } from './value-words.ts'
import { type RevisionView, whereText } from './words.tsx'

interface ChangeValueFormProps {
  revision: RevisionView
  content: unknown
  field: FieldWithin
  onDone: () => void
}

/** One field of a draft: what it is now, what it becomes, and why. */
export function ChangeValueForm({ revision, content, field, onDone }: ChangeValueFormProps) {
  const change = useCommand(act.ruleSets.changeDraft.mutate)
  const { id, version, title, source, reviewDue, changes } = revision
  const { path, where, shape, value } = field
  return (
    <Section title={whereText(where)}>
      <Facts facts={[{ name: 'Now', value: <Shown>{fieldText(field)}</Shown> }]} />
      <Form<Typed & { reason: string }>
        act="Change the draft"
        save={async ({ reason, ...typed }) => {
          const becomes = readTyped(shape, typed, value)
          const changed = putValue(content, path, becomes)
          const heads = { id, version, title, source, reviewDue, changes, reason }
          return atField(await change({ ...heads, content: changed }), path, shape)
        }}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
        initial={typedOf(field)}
      >
        <ValueField field={field} />
        <TextField name="reason" label="Why" required="Enter why it changes" />
      </Form>
    </Section>
  )
}

/** A fault of the rules at the place that was changed is shown at the field; others stand above the form. */
export function atField(
  reply: Reply<unknown>,
  path: RulePath,
  shape?: FieldShape,
  name = shape?.kind === 'limit'
    ? 'limit.number'
    : shape?.kind === 'condition'
      ? 'condition.codes'
      : 'becomes',
): Reply<unknown> {
  if (reply.ok) return reply
  const place = ['content', ...path].join('.')
  const fields = (reply.failure.fields ?? []).map((one) =>
    one.field === place || one.field.startsWith(`${place}.`) ? { ...one, field: name } : one,
  )
  return { ok: false, failure: { ...reply.failure, fields } }
}
