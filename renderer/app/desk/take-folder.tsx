import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { act, type Outputs, readings } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { FolderField } from '../administration/folder-field.tsx'
import { MakingProgress } from '../assurance/making-progress.tsx'

type Taken = Outputs['desk']['takeFolder']
type Line = Taken['lines'][number]

/** Many packs at once: every one of a folder, each verified first, with a line for each. */
export function TakeFolder() {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [taken, setTaken] = useState<Taken>()
  if (!open)
    return (
      <p>
        <Button kind="quiet" small onClick={() => setOpen(true)}>
          Take in every pack of a folder
        </Button>
      </p>
    )
  return (
    <>
      <h3>Every pack of a folder</h3>
      <Form<{ folder: string }>
        act="Take them in"
        save={async (input) => {
          setBusy(true)
          setTaken(undefined)
          const reply = await act.desk.takeFolder.mutate(input).finally(() => setBusy(false))
          if (reply.ok) setTaken(reply.value)
          await readings.invalidateQueries()
          return reply
        }}
        cancel={{ label: 'Go back', onClick: () => setOpen(false) }}
      >
        <FolderField
          name="folder"
          label="Folder of the packs"
          hint="The whole path. Packs in the folders within it are taken in too."
          required="Choose the folder, or enter its path"
        />
        <MakingProgress busy={busy} />
      </Form>
      {taken && <Report taken={taken} />}
    </>
  )
}

const words: Record<Line['outcome'], string> = {
  'taken-in': 'Taken in',
  'on-the-desk': 'On the desk already',
  'not-taken-in': 'Not taken in',
  'not-looked-at': 'Not looked at',
}

function Report({ taken: { lines, stopped } }: { taken: Taken }) {
  const count = (outcome: Line['outcome']) => lines.filter((one) => one.outcome === outcome).length
  const bad = count('not-taken-in')
  return (
    <>
      <Banner
        title={`${count('taken-in')} of ${lines.length} packs are taken in${stopped ? ', then it was stopped' : ''}`}
        tone={bad > 0 || stopped ? 'warning' : 'good'}
      >
        <p>
          On the desk already: {count('on-the-desk')}. Not taken in: {bad}.
        </p>
      </Banner>
      <Table
        caption="What became of each file"
        rows={[...lines].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))}
        rowKey={({ file }) => file}
        empty="There was no file"
        columns={[
          { name: 'File', cell: ({ file }) => <Shown>{file}</Shown> },
          {
            name: 'What became of it',
            cell: ({ outcome, packId }) =>
              packId ? (
                <Link to="/desk/packs/$packId" params={{ packId }}>
                  {words[outcome]}
                </Link>
              ) : (
                words[outcome]
              ),
          },
          { name: 'Why', cell: ({ because }) => <Shown>{because}</Shown> },
        ]}
      />
    </>
  )
}

/** What somebody has to see to stands first. */
const order: readonly Line['outcome'][] = [
  'not-taken-in',
  'not-looked-at',
  'on-the-desk',
  'taken-in',
]
