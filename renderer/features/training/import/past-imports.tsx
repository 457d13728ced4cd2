import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import type { ImportKind } from '#domain/training/import/columns.ts'
import { act, useCommand } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Imports } from './view.ts'

interface PastImportsProps {
  imports: Imports
  mayUndo: readonly ImportKind[]
}

/** Every import, what it left out and why, and the way to take it back. */
export function PastImports({ imports, mayUndo }: PastImportsProps) {
  const [undoing, setUndoing] = useState<string>()
  const one = imports.find(({ id }) => id === undoing)
  return (
    <Section title="What was imported">
      <Table
        caption="What was imported"
        captionHidden
        rows={imports}
        rowKey={({ id }) => id}
        isWithdrawn={({ takenBack }) => takenBack}
        empty={<Empty>Nothing has been imported yet.</Empty>}
        columns={[
          { name: 'When', cell: ({ importedAt }) => formatDateTime(importedAt) },
          { name: 'Who', cell: ({ by }) => <Shown>{by}</Shown> },
          {
            name: 'File',
            cell: ({ fileName, kind }) => (
              <>
                <Shown>{fileName}</Shown>, {kind}
              </>
            ),
          },
          { name: 'New', cell: ({ added }) => added, number: true },
          { name: 'Recorded already', cell: ({ already }) => already, number: true },
          {
            name: 'Left out',
            cell: ({ leftOut, report }) => <LeftOut count={leftOut} report={report} />,
          },
          {
            name: 'Take back',
            cell: ({ id, takenBack, reason, kind, fileName }) =>
              takenBack ? (
                <>
                  Taken back: <Shown>{reason}</Shown>
                </>
              ) : (
                mayUndo.includes(kind) && (
                  <Button
                    kind="quiet"
                    small
                    label={`Take the import of ${fileName} back`}
                    onClick={() => setUndoing(id)}
                  >
                    Take back
                  </Button>
                )
              ),
          },
        ]}
      />
      {one && <Undo key={one.id} one={one} onDone={() => setUndoing(undefined)} />}
    </Section>
  )
}

function LeftOut({ count, report }: { count: number; report: Imports[number]['report'] }) {
  if (count === 0) return 'None'
  return (
    <details>
      <summary>{count}</summary>
      <ul className="training-people">
        {report.map(({ row, messages }) => (
          <li key={row}>
            Row {row}: <Shown>{messages.join(' ') || 'left out by an answer'}</Shown>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Undo({ one, onDone }: { one: Imports[number]; onDone: () => void }) {
  const undo = useCommand(act.training.undoImport.mutate)
  return (
    <Form<{ reason: string }>
      act="Take the whole import back"
      kind="warning"
      save={({ reason }) => undo({ id: one.id, version: one.version, reason })}
      onSaved={onDone}
      cancel={{ label: 'Leave it', onClick: onDone }}
    >
      <p>
        Everything that <Shown>{one.fileName}</Shown> made ({one.added}) is marked as entered in
        error. It stays readable, and the file can be imported again.
      </p>
      <TextField name="reason" label="Why it is taken back" required="Enter why it is taken back" />
    </Form>
  )
}
