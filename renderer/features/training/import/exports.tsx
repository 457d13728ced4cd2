import { type ReactNode, useState } from 'react'
import type { CivilDate } from '#domain/shared/time.ts'
import type { ImportKind } from '#domain/training/import/columns.ts'
import { act, type InputOf, saveFile } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'

type Asked = InputOf<typeof act.training.exportSheet.query>

interface ExportsProps {
  kinds: readonly ImportKind[]
  /** The roster: the first day that is taken. */
  from?: CivilDate
  children?: ReactNode
}

const names: Record<ImportKind, string> = {
  certificates: 'Certificates',
  staff: 'Staff',
  roster: 'Roster',
}

/** The registers as spreadsheets that this app imports again, and the empty templates. */
export function Exports({ kinds, from, children }: ExportsProps) {
  const [said, say] = useState('')
  const save = async (asked: Asked) => {
    const reply = await act.training.exportSheet.query(asked)
    if (!reply.ok) return say(reply.failure.message)
    // Bytes cross the bridge as they are; the type of the call says what they would be as JSON.
    const bytes = reply.value.bytes as unknown as Uint8Array
    const how = await saveFile(reply.value.name, bytes).catch(() => 'failed' as const)
    say(
      how === 'saved'
        ? 'The file was saved.'
        : how === 'failed'
          ? 'The file could not be saved. Choose another place'
          : '',
    )
  }
  const buttons = (kind: ImportKind, what: string) => (
    <div key={kind} className="app-buttons training-exports">
      <Button kind="quiet" small onClick={() => void save({ kind, from, format: 'xlsx' })}>
        {what} as XLSX
      </Button>
      <Button kind="quiet" small onClick={() => void save({ kind, from, format: 'csv' })}>
        {what} as CSV
      </Button>
      <Button kind="quiet" small onClick={() => void save({ kind, format: 'xlsx', empty: true })}>
        Empty template for {what.toLowerCase()}
      </Button>
    </div>
  )
  return (
    <Section title="Export">
      {children}
      {kinds.map((kind) => buttons(kind, names[kind]))}
      <p role="status">{said}</p>
    </Section>
  )
}
