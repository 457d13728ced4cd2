import { type ReactNode, useEffect, useRef } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button } from '../button.tsx'

interface RepeatProps {
  name: string
  least: number
  most: number
  addLabel: string
  removeLabel: (index: number) => string
  /** What another part begins with, from the first: a twin is not typed twice. */
  next?: (first: unknown) => Record<string, unknown>
  /** One part of the form; `prefix` is the path before its fields. */
  children: (prefix: string, index: number) => ReactNode
}

/** The same fields several times: a twin, another contact. */
export function Repeat({ name, least, most, addLabel, removeLabel, next, children }: RepeatProps) {
  const { control, getValues } = useFormContext()
  const { fields, append, remove } = useFieldArray({ control, name })
  const last = useRef<HTMLDivElement>(null)
  const added = useRef(false)
  // The keyboard goes on in the part that was asked for: the button stands behind it.
  useEffect(() => {
    if (!added.current) return
    added.current = false
    last.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  })
  const add = () => {
    added.current = true
    append(next?.(getValues(`${name}.0`)) ?? {}, { shouldFocus: false })
  }
  return (
    <>
      {fields.map((field, index) => (
        <div key={field.id} ref={index === fields.length - 1 ? last : null}>
          {children(`${name}.${index}`, index)}
          {fields.length > least && (
            <p>
              <Button kind="quiet" small onClick={() => remove(index)}>
                {removeLabel(index)}
              </Button>
            </p>
          )}
        </div>
      ))}
      {fields.length < most && (
        <p>
          <Button kind="quiet" onClick={add}>
            {addLabel}
          </Button>
        </p>
      )}
    </>
  )
}
