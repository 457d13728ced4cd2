import { useState } from 'react'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { soundPulses } from '../../ui/pulses.ts'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { patterns } from '../alarm/patterns.ts'
import { Ready } from '../reading.tsx'
import { Beds } from './beds.tsx'
import { UnitKeys } from './unit-keys.tsx'
import { WallSection } from './wall-section.tsx'

type Unit = Outputs['stays']['unit']

/** The unit's name and settings, and its beds. */
export function UnitAndBeds() {
  const unit = useRead(read.stays.unit.queryOptions(undefined))
  const [changing, change] = useState(false)
  return (
    <>
      <Section
        title="Unit"
        actions={
          !changing && (
            <Button kind="quiet" small onClick={() => change(true)}>
              Change
            </Button>
          )
        }
      >
        <Ready reading={unit}>
          {(value) =>
            changing ? (
              <UnitForm unit={value} onDone={() => change(false)} />
            ) : (
              <UnitFacts unit={value} />
            )
          }
        </Ready>
      </Section>
      <WallSection />
      <Beds />
      <UnitKeys />
    </>
  )
}

function UnitFacts({ unit }: { unit: Unit }) {
  return (
    <Facts
      facts={[
        { name: 'Name', value: <Shown>{unit.name}</Shown> },
        { name: 'Provider', value: <Shown>{unit.provider}</Shown> },
        { name: 'ODS code', value: unit.odsCode ?? 'Not recorded' },
        { name: 'Region', value: unit.region ?? 'Not recorded' },
        {
          name: 'Address',
          value: unit.address ? <Shown>{unit.address}</Shown> : <NotForCalls what="address" />,
        },
        {
          name: 'Telephone',
          value: unit.telephone ?? <NotForCalls what="telephone" />,
        },
        { name: 'Locks after', value: `${unit.idleMinutes} minutes without use` },
        { name: 'Sound', value: <Sound whenLate={unit.alarmWhenLate} /> },
      ]}
    />
  )
}

/** What a person who rings 999 would have to say from memory. */
const NotForCalls = ({ what }: { what: string }) => (
  <Tag tone="warning">Not recorded: the words for a 999 call have no {what}</Tag>
)

/** What is heard, and a way to hear it before it matters. */
function Sound({ whenLate }: { whenLate: boolean }) {
  const { pulses, hertz } = patterns['at-once']
  return (
    <>
      999, always; a limit that has run out, {whenLate ? 'too' : 'not'}.{' '}
      <Button kind="quiet" small onClick={() => soundPulses(pulses, hertz)}>
        Play the 999 sound
      </Button>
    </>
  )
}

function UnitForm({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const change = useCommand(act.stays.changeUnit.mutate)
  return (
    <Form<Omit<InputOf<typeof act.stays.changeUnit.mutate>, 'version'>>
      act="Save the settings"
      save={(input) => change({ ...input, version: unit.version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      initial={{
        name: unit.name,
        provider: unit.provider,
        odsCode: unit.odsCode ?? '',
        region: unit.region ?? '',
        address: unit.address ?? '',
        telephone: unit.telephone ?? '',
        idleMinutes: String(unit.idleMinutes),
        alarmWhenLate: unit.alarmWhenLate ? 'yes' : 'no',
      }}
    >
      <TextField name="name" label="Name of the unit" required="Enter the name of the unit" />
      <TextField name="provider" label="Provider" required="Enter the provider" />
      <TextField name="odsCode" label="ODS code of the provider (optional)" width={10} />
      <TextField name="region" label="NHS England region (optional)" width={20} />
      <TextField
        name="address"
        label="Address, as it is said to an ambulance (optional)"
        hint="With the building, the entrance and the postcode. The words for a 999 call say it."
      />
      <TextField
        name="telephone"
        label="Telephone of the ward (optional)"
        hint="To ring back, such as 020 7946 0123 ext 45."
        width={20}
        inputMode="tel"
      />
      <WholeNumberField
        name="idleMinutes"
        label="Minutes without use after which the screen locks"
        hint="2 to 15. On a computer that visitors can reach, choose 2."
        required="Enter the minutes"
        least={2}
        most={15}
      />
      <YesNoField
        name="alarmWhenLate"
        legend="Sound when a limit in a baby’s episode has run out"
        hint="999 always sounds, whatever is chosen here."
        required="Choose yes or no"
      />
      <TextField name="reason" label="Why it is changed" required="Enter why it is changed" />
    </Form>
  )
}
