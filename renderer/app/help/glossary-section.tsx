import { useId, useState } from 'react'
import { glossary } from '#domain/help/glossary.ts'
import { folded } from '#domain/shared/folded-text.ts'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'

/** The words of the app, and a box to find one. */
export function Glossary() {
  const [typed, type] = useState('')
  const id = useId()
  const found = glossary.filter(({ word, means }) =>
    folded(`${word} ${means}`).includes(folded(typed.trim())),
  )
  return (
    <Section title="Words">
      <label className="nhsuk-label" htmlFor={id}>
        Find a word
      </label>
      <input
        id={id}
        className="nhsuk-input nhsuk-input--width-20"
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {found.length === 0 ? (
        <p role="status">This word is not in the list.</p>
      ) : (
        <Facts facts={found.map(({ word, means }) => ({ name: word, value: means }))} />
      )}
    </Section>
  )
}
