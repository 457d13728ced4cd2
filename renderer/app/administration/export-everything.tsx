import { useState } from 'react'
import { act, type Outputs, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SecondPersonFields, SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { MakingProgress } from '../assurance/making-progress.tsx'
import { useMay, useMe } from '../session/me.ts'
import { FolderField } from './folder-field.tsx'

type Written = Outputs['store']['exportEverything']

/** Everything that was recorded, as one file: for another computer, or for leaving the product. */
export function ExportEverything() {
  const may = useMay('store:export')
  const [open, setOpen] = useState(false)
  const [written, setWritten] = useState<Written>()
  if (!may) return null
  return (
    <Section
      title="Everything, as one file"
      actions={
        !open && (
          <Button kind="quiet" small onClick={() => setOpen(true)}>
            Export everything
          </Button>
        )
      }
    >
      <p className="app-quiet">
        Every version of every record, the whole audit and every attached file, as JSON Lines: for
        another computer, or for another product. No password and no key is in it.
      </p>
      {written && <WhatWasWritten written={written} />}
      {open && (
        <ExportForm
          onWritten={(made) => {
            setWritten(made)
            setOpen(false)
          }}
          onBack={() => setOpen(false)}
        />
      )}
    </Section>
  )
}

interface ExportFormProps {
  onWritten: (written: Written) => void
  onBack: () => void
}

function ExportForm({ onWritten, onBack }: ExportFormProps) {
  const me = useMe()
  const write = useCommand(act.store.exportEverything.mutate)
  const [busy, setBusy] = useState(false)
  return (
    <Form<{ folder: string; reason: string; entry?: number }>
      act="Write the file"
      kind="warning"
      save={async (input, beside) => {
        setBusy(true)
        const reply = await write(input, beside).finally(() => setBusy(false))
        if (reply.ok) onWritten(reply.value)
        return reply
      }}
      cancel={{ label: 'Go back', onClick: onBack }}
    >
      <Banner title="The file is not encrypted" tone="danger">
        <p>
          Whoever has it can read the whole record: every mother, every baby, every restricted
          entry. Write it to an encrypted disk, and delete it when it has been taken in.
        </p>
      </Banner>
      <FolderField
        name="folder"
        label="Folder"
        hint="The whole path, such as E:\Export."
        required="Choose the folder, or enter its path"
      />
      <TextField name="reason" label="Why" required="Enter why everything is exported" />
      <WholeNumberField
        name="entry"
        label="Up to which entry of the audit (optional)"
        hint="Left empty: up to now. With the entry of an earlier file it is the same file again, to compare."
        least={1}
        most={1_000_000_000}
      />
      <SignatureField signer={me.name} />
      <SecondPersonFields who="an administrator or the safeguarding lead" />
      <MakingProgress busy={busy} />
    </Form>
  )
}

function WhatWasWritten({ written }: { written: Written }) {
  return (
    <>
      <Banner title="The file is written" tone="good">
        <p>
          Write the hash down: the computer that takes the file in shows it, and the two must be the
          same. If the unit moves to that computer, record nothing here from now on, and close the
          unit.
        </p>
      </Banner>
      <Facts
        facts={[
          { name: 'File', value: <Shown>{written.path}</Shown> },
          { name: 'Up to entry of the audit', value: String(written.entry) },
          { name: 'Lines', value: String(written.lines) },
          { name: 'Hash (SHA-256)', value: <span className="app-break">{written.sha256}</span> },
        ]}
      />
    </>
  )
}
