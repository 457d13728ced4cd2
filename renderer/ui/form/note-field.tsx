import { Textarea } from 'nhsuk-react-components'
import { charactersIn, note } from '#domain/shared/text.ts'
import { given } from '../optional.ts'
import { useField } from './use-field.ts'

interface NoteFieldProps {
  name: string
  label: string
  hint?: string
  required?: string
  rows?: number
  /** The most characters; what is near it is counted aloud. */
  limit?: number
  check?: (typed: string) => string | undefined
}

/** Free text with a counter that shows from three quarters of the limit. */
export function NoteField(props: NoteFieldProps) {
  const limit = props.limit ?? 100_000
  const field = useField<string>(props.name, {
    empty: '',
    isEmpty: (typed) => typed.trim() === '',
    required: props.required,
    check: (typed) => overLimit(typed, limit) ?? textFault(typed) ?? props.check?.(typed),
    read: (typed) => typed.trim(),
  })
  const near = field.typed.length > limit * 0.75
  return (
    <>
      <Textarea
        id={field.id}
        name={field.name}
        label={props.label}
        rows={props.rows ?? 4}
        value={field.typed}
        onChange={(event) => field.set(event.currentTarget.value)}
        onBlur={field.blur}
        spellCheck={false}
        dir="auto"
        {...given({ hint: props.hint, error: field.error })}
      />
      {near && <Counter left={limit - charactersIn(field.typed)} />}
    </>
  )
}

function Counter({ left }: { left: number }) {
  const over = left < 0
  const count = Math.abs(left).toLocaleString('en-GB')
  return (
    <p className={over ? 'app-form__count app-form__count--over' : 'app-form__count'} role="status">
      {over ? `${count} characters too many` : `${count} characters left`}
    </p>
  )
}

function overLimit(typed: string, limit: number): string | undefined {
  if (typed.length <= limit) return undefined
  const over = charactersIn(typed) - limit
  return over > 0
    ? `Shorten the text by ${over.toLocaleString('en-GB')} characters or more`
    : undefined
}

function textFault(typed: string): string | undefined {
  const parsed = note.safeParse(typed)
  return parsed.success ? undefined : parsed.error.issues[0]?.message
}
