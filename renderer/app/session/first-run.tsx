import { useState } from 'react'
import { registrationFault } from '#domain/users/staff.ts'
import { act, useCommand } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import { DeskFirstRun } from './desk-first-run.tsx'
import { PersonFields } from './person-fields.tsx'
import { RecoveryCode } from './recovery-code.tsx'
import { TakeEverything } from './take-everything.tsx'

type NewUnit = Parameters<typeof act.setup.createUnit.mutate>[0]

interface FirstRunProps {
  /** The store comes to be in a moment: stay on this screen until the code is written down. */
  onStart: () => void
  onDone: () => void
}

/** The first run: the unit, its beds, two people, and the recovery code that is shown once. */
export function FirstRun({ onStart, onDone }: FirstRunProps) {
  const createUnit = useCommand(act.setup.createUnit.mutate)
  const [code, setCode] = useState<string>()
  const [instead, choose] = useState<'desk' | 'records'>()
  const back = () => choose(undefined)
  if (instead === 'desk') return <DeskFirstRun onStart={onStart} onDone={onDone} onBack={back} />
  if (instead === 'records')
    return <TakeEverything onStart={onStart} onDone={onDone} onBack={back} />
  if (code) return <RecoveryCode code={code} onWritten={onDone} />
  return (
    <Alone title="Set up the unit" wide>
      <p>
        Nothing is stored on this computer yet. This makes the unit’s encrypted record, and two
        accounts that can open it.
      </p>
      <p>
        <Button kind="quiet" small onClick={() => choose('desk')}>
          Set up a commissioner’s desk instead
        </Button>{' '}
        <Button kind="quiet" small onClick={() => choose('records')}>
          Take in the records of a unit from another computer
        </Button>
      </p>
      <Form<NewUnit>
        act="Set up the unit"
        save={async (input) => {
          onStart()
          const reply = await createUnit(input)
          if (reply.ok) setCode(reply.value.recoveryCode)
          return reply
        }}
      >
        <FormPart title="The unit">
          <TextField
            name="unit.name"
            label="Name of the unit"
            required="Enter the name of the unit"
          />
          <TextField
            name="unit.provider"
            label="Provider"
            hint="The trust or organisation that runs the unit."
            required="Enter the provider"
          />
          <TextField
            name="unit.odsCode"
            label="ODS code of the provider (optional)"
            hint="3 to 10 letters and figures, such as RW1."
            width={10}
          />
          <TextField name="unit.region" label="NHS England region (optional)" width={20} />
          <TextField
            name="unit.address"
            label="Address, as it is said to 999"
            hint="On one line, with the postcode. It can be entered later; until then the board asks for it."
          />
          <TextField
            name="unit.telephone"
            label="Telephone, as it is rung back"
            inputMode="tel"
            width={20}
          />
          <WholeNumberField
            name="beds"
            label="Number of beds"
            hint="They are named 1, 2, 3 and so on. Names can be changed later."
            required="Enter the number of beds"
            least={1}
            most={60}
            value={(count) => Array.from({ length: count }, (_, index) => `${index + 1}`)}
          />
        </FormPart>
        <FormPart title="Administrator">
          <p className="app-quiet">
            Looks after accounts, backups and settings. Sees no clinical record.
          </p>
          <PersonFields name="administrator" who="administrator" />
        </FormPart>
        <FormPart title="Ward manager">
          <PersonFields name="wardManager" who="ward manager" />
          <TextField
            name="wardManager.registration"
            label="NMC PIN (optional)"
            hint="Such as 12A3456B."
            width={10}
            check={(typed) => registrationFault('registered-nurse', typed) ?? undefined}
          />
        </FormPart>
      </Form>
    </Alone>
  )
}
