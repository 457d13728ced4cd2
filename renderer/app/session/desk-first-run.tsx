import { useState } from 'react'
import { act, useCommand } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { PersonFields } from './person-fields.tsx'
import { RecoveryCode } from './recovery-code.tsx'

type NewDesk = Parameters<typeof act.setup.createDesk.mutate>[0]

interface DeskFirstRunProps {
  onStart: () => void
  onDone: () => void
  onBack: () => void
}

/** The first run of a commissioner's desk: an office, two people, and the recovery code that is shown once. */
export function DeskFirstRun({ onStart, onDone, onBack }: DeskFirstRunProps) {
  const create = useCommand(act.setup.createDesk.mutate)
  const [code, setCode] = useState<string>()
  if (code) return <RecoveryCode code={code} onWritten={onDone} />
  return (
    <Alone title="Set up a commissioner’s desk" wide>
      <p>
        A desk has no unit of its own. It takes in sealed packs of units, compares them, and signs
        replies. What it keeps is encrypted on this computer.
      </p>
      <Form<NewDesk>
        act="Set up the desk"
        save={async (input) => {
          onStart()
          const reply = await create(input)
          if (reply.ok) setCode(reply.value.recoveryCode)
          return reply
        }}
        cancel={{ label: 'Set up a unit instead', onClick: onBack }}
      >
        <FormPart title="The desk">
          <TextField
            name="desk.name"
            label="Name of the desk"
            hint="Such as: Specialised commissioning, South East."
            required="Enter the name of the desk"
          />
          <TextField
            name="desk.organisation"
            label="Organisation"
            required="Enter the organisation"
          />
          <TextField name="desk.region" label="NHS England region (optional)" width={20} />
        </FormPart>
        <FormPart title="Administrator">
          <p className="app-quiet">Looks after accounts and backups. Sees no pack.</p>
          <PersonFields name="administrator" who="administrator" />
        </FormPart>
        <FormPart title="Commissioner">
          <PersonFields name="commissioner" who="commissioner" />
        </FormPart>
      </Form>
    </Alone>
  )
}
