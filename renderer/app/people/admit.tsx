import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { act, type InputOf, read, useCommand, useRead } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { Repeat } from '../../ui/form/repeat.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { bedTitle } from './bed-title.ts'
import { OffersThatStand } from './offers-that-stand.tsx'
import { SomeoneFields } from './someone-fields.tsx'

type Arrival = InputOf<typeof act.stays.arrive.mutate>

/** The arrival of a mother with her baby or babies; without a baby where it is not born yet. */
export function Admit() {
  const { bedId } = useSearch({ from: '/people/admit' })
  const mayRead = useMay('admission:read')
  const beds = useRead(read.stays.beds.queryOptions(undefined))
  const stays = useRead(read.stays.current.queryOptions(undefined))
  return (
    <div className="app-main app-main--reading">
      <PageHeader
        title="Admit a mother and baby"
        under="Legal status, supervision and contacts are asked for next, on the page of the stay."
      />
      {mayRead && <OffersThatStand />}
      <Ready reading={beds}>
        {(all) => (
          <Ready reading={stays}>
            {(current) => (
              <ArrivalForm
                bedId={bedId}
                beds={all
                  .filter(({ closed }) => !closed)
                  .map(({ id, name }) => ({
                    value: id,
                    label: current.some(({ bed }) => bed?.id === id)
                      ? `${bedTitle(name)} (somebody is in it)`
                      : bedTitle(name),
                  }))}
              />
            )}
          </Ready>
        )}
      </Ready>
    </div>
  )
}

interface ArrivalFormProps {
  bedId: string | undefined
  beds: { value: string; label: string }[]
}

function ArrivalForm({ bedId, beds }: ArrivalFormProps) {
  const arrive = useCommand(act.stays.arrive.mutate)
  const navigate = useNavigate()
  const made = useRef<string>(undefined)
  return (
    <Form<Arrival>
      act="Record the arrival"
      draft="arrival"
      initial={{ bedId: bedId ?? '', babies: [{}] }}
      save={async (input) => {
        const reply = await arrive(asArrival(input))
        made.current = reply.ok ? reply.value.stayId : undefined
        return reply
      }}
      onSaved={() => {
        const stayId = made.current
        if (stayId) void navigate({ to: '/stays/$stayId', params: { stayId } })
      }}
      cancel={{ label: 'Back to the board', onClick: () => void navigate({ to: '/' }) }}
    >
      <FormPart title="Without an offer">
        <TextField
          name="withoutOfferBecause"
          label="Why does she come in without an offer?"
          hint="Nobody at the door is turned away. It is counted under your name, and is a line of every report."
          required="Enter why she comes in without an offer"
        />
      </FormPart>
      <FormPart title="Arrival">
        <InstantField
          name="arrivedAt"
          legend="When did the mother arrive on the unit?"
          required="Enter when the mother arrived"
        />
        <SelectField name="bedId" label="Bed" required="Choose a bed" choices={beds} />
        <RadiosField
          name="planned"
          legend="Was the admission planned?"
          required="Say whether the admission was planned"
          inline
          choices={[
            { value: 'yes', label: 'Planned' },
            { value: 'no', label: 'Unplanned' },
          ]}
          read={(typed) => typed === 'yes'}
        />
      </FormPart>
      <FormPart title="Mother">
        <SomeoneFields
          name="mother"
          kind="mother"
          question="Is there a record of the mother from an earlier stay?"
        />
      </FormPart>
      <Repeat
        name="babies"
        least={0}
        most={4}
        addLabel="Add a baby"
        removeLabel={(index) => `Take baby ${index + 1} out`}
      >
        {(prefix, index) => <BabyPart prefix={prefix} index={index} />}
      </Repeat>
      <p className="app-quiet">
        An unborn baby is added after the birth, from the page of the stay.
      </p>
    </Form>
  )
}

function BabyPart({ prefix, index }: { prefix: string; index: number }) {
  return (
    <FormPart title={`Baby ${index + 1}`}>
      <SomeoneFields
        name={`${prefix}.baby`}
        kind="baby"
        question="Is there a record of the baby already?"
      />
      <InstantField
        name={`${prefix}.startedAt`}
        legend="When were they first together on the unit? (only if later than the mother’s arrival)"
      />
    </FormPart>
  )
}

/** Says of each new person who they are: the form asks, the person does not choose. */
function asArrival(input: Arrival): Arrival {
  const babies = (input.babies ?? []).filter(Boolean)
  return {
    ...input,
    mother:
      'person' in input.mother
        ? { person: { ...input.mother.person, kind: 'mother' } }
        : input.mother,
    babies: babies.map((one) => ({
      ...one,
      baby: 'person' in one.baby ? { person: { ...one.baby.person, kind: 'baby' } } : one.baby,
    })),
  }
}
