import { useState } from 'react'
import { Shown } from '../shown.tsx'
import { Group } from './group.tsx'
import { useField } from './use-field.ts'

interface Hashed {
  name: string
  hash: string
}

interface FileHashFieldProps {
  /** Of the hash; the name of the file goes beside it. */
  name: string
  nameOfFile: string
  legend: string
  hint?: string
  required: string
  choose: () => Promise<{ name: string; bytes: Uint8Array } | null>
}

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** The SHA-256 of a file, in hexadecimal. */
export const hashOfFile = async (bytes: Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes.slice()))

/** One file by its hash: the file itself stays where it is, and a later change of it shows. */
export function FileHashField(props: FileHashFieldProps) {
  const field = useField<Hashed | null>(props.name, {
    empty: null,
    required: props.required,
    isEmpty: (typed) => typed === null,
    read: (typed) => typed?.hash,
    focus: 'choose',
  })
  const fileName = useField<string>(props.nameOfFile, { empty: '' })
  const [fault, setFault] = useState<string>()
  const press = async () => {
    try {
      const file = await props.choose()
      if (!file) return
      field.set({ name: file.name, hash: await hashOfFile(file.bytes) })
      fileName.set(file.name)
      setFault(undefined)
    } catch {
      setFault('The file could not be read, or is larger than 25 MB. Choose another')
    }
  }
  return (
    <Group id={field.id} legend={props.legend} error={fault ?? field.error}>
      {props.hint && <p className="app-quiet">{props.hint}</p>}
      {field.typed && (
        <p role="status">
          <Shown>{field.typed.name}</Shown>
          <br />
          <span className="app-quiet app-break">SHA-256 {field.typed.hash}</span>
        </p>
      )}
      <button
        type="button"
        id={`${field.id}-choose`}
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => void press()}
      >
        {field.typed ? 'Choose another file' : 'Choose the file'}
      </button>
    </Group>
  )
}
