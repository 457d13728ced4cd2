import type { ReactNode } from 'react'
import type { FieldWithin } from '#domain/rule-sets/fields.ts'
import { folded } from '#domain/shared/folded-text.ts'
import { fieldText } from './value-words.ts'

interface FindFieldsProps {
  fields: readonly FieldWithin[]
  sought: string
  seek: (text: string) => void
  part: string
  choosePart: (part: string) => void
  children: (found: readonly FieldWithin[]) => ReactNode
}

// More than this on one page helps nobody to find a rule.
const mostShown = 100

/** Finds the fields of a draft: by the part of the rules, by a word, or both. */
export function FindFields({ fields, sought, seek, part, choosePart, children }: FindFieldsProps) {
  const parts = [...new Set(fields.flatMap(({ where: [first] }) => first ?? []))]
  const found = fields.filter(
    (field) => (part === '' || field.where[0] === part) && isSought(field, sought),
  )
  return (
    <>
      <div className="nhsuk-form-group app-buttons">
        <label className="nhsuk-label" htmlFor="rule-part">
          Part of the rules
        </label>
        <select
          id="rule-part"
          className="nhsuk-select"
          value={part}
          onChange={(event) => choosePart(event.currentTarget.value)}
        >
          <option value="">All parts</option>
          {parts.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
        <label className="nhsuk-label" htmlFor="rule-sought">
          Find a rule
        </label>
        <input
          id="rule-sought"
          className="nhsuk-input nhsuk-input--width-20"
          type="search"
          autoComplete="off"
          value={sought}
          onChange={(event) => seek(event.currentTarget.value)}
        />
      </div>
      <p role="status">
        {found.length > mostShown
          ? `${found.length} values, the first ${mostShown} are shown. Choose a part or type a word to find the rule`
          : `${found.length} ${found.length === 1 ? 'value' : 'values'}`}
      </p>
      {children(found.slice(0, mostShown))}
    </>
  )
}

function isSought(field: FieldWithin, sought: string): boolean {
  const text = folded(`${field.where.join(' ')} ${fieldText(field)} ${String(field.value ?? '')}`)
  return folded(sought)
    .split(' ')
    .every((word) => text.includes(word))
}
