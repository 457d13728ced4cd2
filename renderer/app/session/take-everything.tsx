import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs, useCommand } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { Shown } from '../../ui/shown.tsx'
import { FolderField } from '../administration/folder-field.tsx'
import { MakingProgress } from '../assurance/making-progress.tsx'
import { SignInFields } from './person-fields.tsx'
import { RecoveryCode } from './recovery-code.tsx'

type Looked = Outputs['setup']['readEverything']
type Taken = Parameters<typeof act.setup.takeEverything.mutate>[0]

interface TakeEverythingProps {
  onStart: () => void
  onDone: () => void
  onBack: () => void
}

/** The records of a unit that come from another computer: looked at first, then taken in by two people. */
export function TakeEverything({ onStart, onDone, onBack }: TakeEverythingProps) {
  const [looked, setLooked] = useState<Looked>()
  const [code, setCode] = useState<string>()
  if (code) return <RecoveryCode code={code} onWritten={onDone} />
  return (
    <Alone title="Take in the records of a unit" wide>
      {looked ? (
        <TakeForm
          looked={looked}
          onStart={onStart}
          onCode={setCode}
          onBack={() => setLooked(undefined)}
        />
      ) : (
        <LookForm onLooked={setLooked} onBack={onBack} />
      )}
    </Alone>
  )
}

function LookForm({
  onLooked,
  onBack,
}: {
  onLooked: (looked: Looked) => void
  onBack: () => void
}) {
  const look = useCommand(act.setup.readEverything.mutate)
  const [busy, setBusy] = useState(false)
  return (
    <Form<{ path: string }>
      act="Look at the file"
      save={async (input) => {
        setBusy(true)
        const reply = await look(input).finally(() => setBusy(false))
        if (reply.ok) onLooked(reply.value)
        return reply
      }}
      cancel={{ label: 'Set up a new unit instead', onClick: onBack }}
    >
      <p>
        The unit’s own computer wrote the file under Administration, Backups, “Export everything”.
        It is read from end to end before anything is written here.
      </p>
      <FolderField
        name="path"
        label="Where the file lies"
        hint="Its folder, or the whole path of the file."
        required="Choose the folder, or enter the path of the file"
      />
      <MakingProgress busy={busy} firstRun />
    </Form>
  )
}

interface TakeFormProps {
  looked: Looked
  onStart: () => void
  onCode: (code: string) => void
  onBack: () => void
}

function TakeForm({ looked, onStart, onCode, onBack }: TakeFormProps) {
  const take = useCommand(act.setup.takeEverything.mutate)
  const [busy, setBusy] = useState(false)
  const { path, sha256 } = looked
  return (
    <Form<Pick<Taken, 'administrator' | 'wardManager'>>
      act="Take the records in"
      save={async (people) => {
        onStart()
        setBusy(true)
        const reply = await take({ path, sha256, ...people }).finally(() => setBusy(false))
        if (reply.ok) onCode(reply.value.recoveryCode)
        return reply
      }}
      cancel={{ label: 'Another file', onClick: onBack }}
    >
      <p>The file is whole. Compare the hash with what the unit’s computer said.</p>
      <Facts
        facts={[
          { name: 'Unit', value: <Shown>{looked.unit}</Shown> },
          { name: 'Recorded until', value: formatDateTime(looked.until) },
          { name: 'Entries of the audit', value: String(looked.entries) },
          { name: 'Rows', value: String(looked.rows) },
          { name: 'Attached files', value: String(looked.attachments) },
          { name: 'Hash (SHA-256)', value: <span className="app-break">{sha256}</span> },
        ]}
      />
      <p>
        Two people of the unit take it in, each with a new password: no password came with the file.
        Everybody else gets a new one from them afterwards.
      </p>
      <Banner title="From now on this computer keeps the record" tone="warning">
        <p>
          Close the unit on the other one before you go on, and record nothing there any more: it
          would still open, and the two would hold two truths of one unit.
        </p>
      </Banner>
      <FormPart title="Administrator">
        <SignInFields name="administrator" who="administrator" hint={asBefore} />
      </FormPart>
      <FormPart title="Ward manager">
        <SignInFields name="wardManager" who="ward manager" hint={asBefore} />
      </FormPart>
      <MakingProgress busy={busy} firstRun />
    </Form>
  )
}

/** The name that they have in the records already. */
const asBefore = 'The one that they had on the other computer.'
