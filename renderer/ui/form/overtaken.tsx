import { useEffect, useState } from 'react'
import { Banner } from '../banner.tsx'
import { Button } from '../button.tsx'
import type { FieldPart } from './form-kit.ts'
import { valueAt } from './paths.ts'
import type { Typed } from './use-draft.ts'

interface OvertakenProps {
  /** What the fields held when the form was begun; undefined where nobody knows any more. */
  before: Typed | undefined
  /** What the record holds now. */
  now: Typed | undefined
  parts: ReadonlyMap<string, FieldPart>
  goOn: () => void
  startAgain: () => void
}

/** Somebody else saved this record while it was typed into: both are kept, and the person decides. */
export function Overtaken({ before, now, parts, goOn, startAgain }: OvertakenProps) {
  // The words are those of the fields on the page, which make themselves known once it is drawn.
  const [changed, setChanged] = useState<Changed[]>([])
  useEffect(() => {
    const drawn = setTimeout(() => setChanged(before && now ? changes(before, now, parts) : []))
    return () => clearTimeout(drawn)
  }, [before, now, parts])
  return (
    <Banner title="Somebody else has changed this record since you began" tone="warning" urgent>
      <p>
        What you typed is still here, and is not saved. What they saved stands in the record.
        {changed.length === 0 && ' Look at it before you save yours.'}
      </p>
      {changed.length > 0 && (
        <ul>
          {changed.map(({ label, value }) => (
            <li key={label}>
              {label}: {value === '' ? 'changed' : `now ${value}`}
            </li>
          ))}
        </ul>
      )}
      <div className="app-buttons">
        <Button kind="quiet" small onClick={goOn}>
          Go on with what I typed
        </Button>
        <Button kind="quiet" small onClick={startAgain}>
          Take what stands now and clear mine
        </Button>
      </div>
    </Banner>
  )
}

interface Changed {
  label: string
  value: string
}

function changes(before: Typed, now: Typed, parts: ReadonlyMap<string, FieldPart>): Changed[] {
  return [...parts].flatMap(([name, { id }]) => {
    const value = valueAt(now, name)
    if (JSON.stringify(valueAt(before, name)) === JSON.stringify(value)) return []
    const element = document.getElementById(id)
    const label = labelOf(element)
    return label === '' ? [] : { label, value: wordsOf(element, value) }
  })
}

const textOf = (element: Element | null | undefined) => element?.textContent?.trim() ?? ''

const labelOf = (element: HTMLElement | null): string =>
  textOf(element?.closest('fieldset')?.querySelector('legend')) ||
  textOf(element && document.querySelector(`label[for="${element.id}"]`))

/** A choice by the words beside it; of what is neither text nor a choice nothing is said. */
function wordsOf(element: HTMLElement | null, value: unknown): string {
  if (typeof value !== 'string') return ''
  if (element instanceof HTMLSelectElement)
    return textOf([...element.options].find((option) => option.value === value))
  const choices = element?.closest('fieldset')?.querySelectorAll('input[type=radio]') ?? []
  for (const one of choices)
    if (one instanceof HTMLInputElement && one.value === value) return textOf(one.labels?.[0])
  return choices.length > 0 ? '' : value
}
