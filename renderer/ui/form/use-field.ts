import { useEffect } from 'react'
import { useController } from 'react-hook-form'
import { fieldId, useFormKit } from './form-kit.ts'
import { valueAt } from './paths.ts'

export interface FieldOptions<Typed> {
  /** The message when nothing was given; without it the field may stay empty. */
  required?: string | undefined
  empty: Typed
  isEmpty?: (typed: Typed) => boolean
  /** What is wrong with what was typed, in a sentence that says how to mend it. */
  check?: ((typed: Typed) => string | undefined) | undefined
  /** What is sent; an empty field that need not be filled sends nothing. */
  read?: ((typed: Typed) => unknown) | undefined
  /** The end of the id of the element that takes the focus, where the field has several. */
  focus?: string
  secret?: boolean
}

export interface FieldHandle<Typed> {
  id: string
  name: string
  typed: Typed
  set: (typed: Typed) => void
  blur: () => void
  error: string | undefined
}

/** Joins one field to the form round it: its value, its check, its error and its place in the error summary. */
export function useField<Typed>(name: string, options: FieldOptions<Typed>): FieldHandle<Typed> {
  const kit = useFormKit()
  const id = fieldId(kit.prefix, name)
  const focus = options.focus ? `${id}-${options.focus}` : id
  const isEmpty = options.isEmpty ?? ((typed: Typed) => typed === options.empty)
  const { field, formState } = useController({
    name,
    defaultValue: options.empty,
    rules: {
      validate: (typed: Typed) =>
        isEmpty(typed) ? (options.required ?? true) : (options.check?.(typed) ?? true),
    },
  })
  const { join } = kit
  const read = options.read
  useEffect(() =>
    join(name, {
      id: focus,
      secret: options.secret ?? false,
      read: (typed) => (isEmpty(typed as Typed) ? undefined : read ? read(typed as Typed) : typed),
    }),
  )
  const fault = valueAt(formState.errors, name) as { message?: string } | undefined
  return {
    id,
    name,
    typed: (field.value ?? options.empty) as Typed,
    set: field.onChange,
    blur: field.onBlur,
    error: fault?.message,
  }
}
