import { useState } from 'react'
import { Group } from '../../../ui/form/group.tsx'
import { useField } from '../../../ui/form/use-field.ts'
import { Shown } from '../../../ui/shown.tsx'

interface Chosen {
  name: string
  text: string
}

interface RuleFileFieldProps {
  name: string
  choose: () => Promise<{ name: string; bytes: Uint8Array } | null>
}

const unreadable = 'This is not a file of rules: choose one that this app has saved'

/** One file of rules, sent as its text. */
export function RuleFileField({ name, choose }: RuleFileFieldProps) {
  const field = useField<Chosen | null>(name, {
    empty: null,
    required: 'Choose a file',
    isEmpty: (typed) => typed === null,
    read: (typed) => typed?.text,
    focus: 'choose',
  })
  const [fault, setFault] = useState<string>()
  const press = async () => {
    try {
      const file = await choose()
      if (!file) return
      const text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)
      field.set({ name: file.name, text })
      setFault(undefined)
    } catch {
      setFault(unreadable)
    }
  }
  return (
    <Group id={field.id} legend="The file" error={fault ?? field.error}>
      {field.typed && (
        <p role="status">
          <Shown>{field.typed.name}</Shown>
        </p>
      )}
      <button
        type="button"
        id={`${field.id}-choose`}
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => void press()}
      >
        {field.typed ? 'Choose another file' : 'Choose a file'}
      </button>
    </Group>
  )
}
