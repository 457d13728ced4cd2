import type { FieldWithin } from '#domain/rule-sets/fields.ts'
import type { FieldShape } from '#domain/rule-sets/shape.ts'
import { CheckboxesField } from '../../../ui/form/checkboxes-field.tsx'
import { NoteField } from '../../../ui/form/note-field.tsx'
import { RadiosField } from '../../../ui/form/radios-field.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTyped } from '../../../ui/form/use-typed.ts'
import { WholeNumberField } from '../../../ui/form/whole-number-field.tsx'
import { codeChoices } from './code-words.ts'
import { conditionKindText, limitKindText } from './value-words.ts'

/** What the form of one field sends, whatever its kind. */
export interface Typed {
  becomes?: string | string[]
  limit?: { kind?: string; number?: number }
  condition?: { kind?: string; codes?: string }
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** The field by its kind: a limit, a choice, several of a list, yes or no, a figure, words. */
export function ValueField({ field: { shape, optional } }: { field: FieldWithin }) {
  const label = 'What it becomes'
  switch (shape.kind) {
    case 'condition':
      return <ConditionFields kinds={shape.kinds} />
    case 'limit':
      return <LimitFields limits={shape.limits} />
    case 'choice':
      return (
        <SelectField
          name="becomes"
          label={label}
          choices={codeChoices(shape.choices)}
          {...(optional
            ? { prompt: 'Not set' }
            : { required: 'Choose what it becomes', prompt: 'Choose' })}
        />
      )
    case 'choices':
      return (
        <CheckboxesField
          name="becomes"
          legend={label}
          hint={`Those that stand keep their order; one that is added comes last.${shape.otherwise === undefined ? '' : ` None: ${shape.otherwise}.`}`}
          choices={codeChoices(shape.choices)}
        />
      )
    case 'codes':
      return (
        <TextField
          name="becomes"
          label={label}
          hint={`Codes with a comma between them. Left empty: ${shape.otherwise}.`}
        />
      )
    case 'yes-no':
      return (
        <RadiosField name="becomes" legend={label} required="Choose yes or no" choices={yesNo} />
      )
    case 'figure':
      return (
        <TextField
          name="becomes"
          label={label}
          inputMode="decimal"
          width={5}
          check={(typed) =>
            /^-?\d+(\.\d+)?$/.test(typed.trim()) ? undefined : 'Enter a number in figures'
          }
          {...(optional ? { hint: 'Left empty, it is not set.' } : { required: 'Enter a number' })}
        />
      )
    case 'text':
      return (
        <NoteField
          name="becomes"
          label={label}
          rows={2}
          {...(optional ? { hint: 'Left empty, it is not set.' } : {})}
        />
      )
  }
}

type Limits = Extract<FieldShape, { kind: 'limit' }>['limits']

function LimitFields({ limits }: { limits: Limits }) {
  const kind = useTyped<string>('limit.kind')
  const unit = limits.find((one) => one.kind === kind)?.unit
  return (
    <>
      <RadiosField
        name="limit.kind"
        legend="What it becomes"
        required="Choose the limit"
        choices={limits.map((one) => ({ value: one.kind, label: limitKindText(one.kind) }))}
      />
      {unit && (
        <WholeNumberField
          name="limit.number"
          label="How many"
          required="Enter how many"
          least={1}
          most={9999}
        />
      )}
    </>
  )
}

type Kinds = Extract<FieldShape, { kind: 'condition' }>['kinds']

function ConditionFields({ kinds }: { kinds: Kinds }) {
  const kind = useTyped<string>('condition.kind')
  return (
    <>
      <RadiosField
        name="condition.kind"
        legend="What it becomes"
        required="Choose what has to hold"
        choices={kinds.map((one) => ({ value: one.kind, label: conditionKindText(one.kind) }))}
      />
      {kinds.find((one) => one.kind === kind)?.takesCodes && (
        <TextField
          name="condition.codes"
          label="Which codes"
          hint="Codes with a comma between them, as the glossary has them: LEG-07, LEG-08"
          required="Enter at least one code"
        />
      )}
    </>
  )
}

/** The field as the form holds it before anything is typed. */
export function typedOf({ shape, value }: FieldWithin): Record<string, unknown> {
  if (shape.kind === 'limit') {
    const { kind = '', ...rest } = (value ?? {}) as Record<string, unknown>
    return { limit: { kind, number: String(Object.values(rest)[0] ?? '') } }
  }
  if (shape.kind === 'condition') {
    const { kind = '', codes = [] } = (value ?? {}) as { kind?: string; codes?: string[] }
    return { condition: { kind, codes: codes.join(', ') } }
  }
  if (shape.kind === 'choices') return { becomes: Array.isArray(value) ? value : [] }
  if (shape.kind === 'codes') return { becomes: Array.isArray(value) ? value.join(', ') : '' }
  if (typeof value === 'boolean') return { becomes: value ? 'yes' : 'no' }
  return { becomes: value === undefined || value === null ? '' : String(value) }
}

/** What was typed, as the rules hold it; undefined where it is not set. */
export function readTyped(
  shape: FieldShape,
  { becomes, limit, condition }: Typed,
  before: unknown,
): unknown {
  switch (shape.kind) {
    case 'limit': {
      const chosen = shape.limits.find(({ kind }) => kind === limit?.kind)
      if (!chosen) return undefined
      return chosen.unit
        ? { kind: chosen.kind, [chosen.unit]: limit?.number }
        : { kind: chosen.kind }
    }
    case 'condition': {
      const chosen = shape.kinds.find(({ kind }) => kind === condition?.kind)
      if (!chosen) return undefined
      return chosen.takesCodes
        ? { kind: chosen.kind, codes: codesIn(condition?.codes) }
        : { kind: chosen.kind }
    }
    case 'choices': {
      const chosen = inOrder(
        Array.isArray(before) ? (before as string[]) : [],
        (becomes ?? []) as string[],
      )
      return chosen.length === 0 && shape.otherwise !== undefined ? shape.otherwise : chosen
    }
    case 'codes': {
      const codes = codesIn(becomes)
      return codes.length === 0 ? shape.otherwise : codes
    }
    case 'choice':
      return shape.choices.find((one) => String(one) === becomes)
    case 'yes-no':
      return becomes === 'yes'
    case 'figure':
      return typeof becomes === 'string' ? Number(becomes) : before === null ? null : undefined
    case 'text':
      return becomes ?? (before === null ? null : undefined)
  }
}

const codesIn = (typed: unknown): string[] =>
  String(typed ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** Those that stay in the order in which they stood, then those that are new. */
const inOrder = (before: readonly string[], chosen: readonly string[]) => [
  ...before.filter((one) => chosen.includes(one)),
  ...chosen.filter((one) => !before.includes(one)),
]
