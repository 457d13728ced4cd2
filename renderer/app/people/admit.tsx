import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { stageLabels } from '#domain/admission/stages.ts'
import { arrivalSourceLabels } from '#domain/stays/arrival-source.ts'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { type BedChoice, BedField, bedOf } from '../../features/admission/bed-field.tsx'
import { Banner } from '../../ui/banner.tsx'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { Repeat } from '../../ui/form/repeat.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { fullName } from './full-name.ts'
import { NewPeopleBasis } from './new-people-basis.tsx'
import { OffersThatStand } from './offers-that-stand.tsx'
import { SomeoneFields } from './someone-fields.tsx'
import { useBeds } from './use-beds.ts'

type Arrival = InputOf<typeof act.stays.arrive.mutate>
/** What the form holds beside the arrival: who of the referral came. */
type Typed = Arrival & { _referred?: string[] }

/** The arrival of a mother with her baby or babies; without a baby where it is not born yet. */
export function Admit() {
  const { bedId, referralId } = useSearch({ from: '/people/admit' })
  const mayRead = useMay('admission:read')
  const beds = useBeds()
  return (
    <div className="app-main app-main--reading">
      <PageHeader
        title="Admit a mother and baby"
        under="Legal status, supervision and contacts are asked for next, on the page of the stay."
      />
      {mayRead && referralId ? (
        <OfReferral referralId={referralId}>
          {(referred) => <ArrivalForm key={referralId} {...{ bedId, beds, referred }} />}
        </OfReferral>
      ) : (
        <>
          {mayRead && <OffersThatStand />}
          <ArrivalForm {...{ bedId, beds }} />
        </>
      )}
    </div>
  )
}

interface OfReferralProps {
  referralId: string
  children: (referred: Referred) => ReactNode
}

/** The form for a mother who was referred, and comes while no offer stands. */
function OfReferral({ referralId, children }: OfReferralProps) {
  const referrals = useRead(read.admission.list.queryOptions({ which: 'open' }))
  return (
    <Ready reading={referrals} what="referral">
      {({ referrals: open }) => {
        const found = open.find(({ id }) => id === referralId)
        return found ? children(found) : <Banner title="This referral has ended" />
      }}
    </Ready>
  )
}

type Referred = Outputs['admission']['list']['referrals'][number]

interface ArrivalFormProps {
  bedId: string | undefined
  beds: readonly BedChoice[]
  referred?: Referred
}

function ArrivalForm({ bedId, beds, referred }: ArrivalFormProps) {
  const arrive = useCommand(act.stays.arrive.mutate)
  const navigate = useNavigate()
  const made = useRef<string>(undefined)
  return (
    <Form<Typed>
      act="Record the arrival"
      draft={referred ? `arrival:${referred.id}` : 'arrival'}
      initial={{ bedId: bedId ?? '', babies: referred?.babies.length ? [] : [{}] }}
      save={async (input) => {
        const reply = await arrive(asArrival(input, referred))
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
        <BedField beds={beds} />
        <SelectField
          name="cameFrom"
          label="Where did she come from? (if it is known)"
          prompt="Not known yet"
          choices={choicesOf(arrivalSourceLabels)}
        />
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
      {referred ? <Known referred={referred} /> : <Mother />}
      <Repeat
        name="babies"
        least={0}
        most={4}
        addLabel="Add a baby"
        removeLabel={(index) => `Take baby ${index + 1} out`}
      >
        {(prefix, index) => (
          <BabyPart prefix={prefix} index={index} motherId={referred?.mother.id} />
        )}
      </Repeat>
      <NewPeopleBasis />
      <p className="app-quiet">
        An unborn baby is added after the birth, from the page of the stay.
      </p>
    </Form>
  )
}

function Mother() {
  return (
    <FormPart title="Mother">
      <SomeoneFields
        name="mother"
        kind="mother"
        question="Is there a record of the mother from an earlier stay or a referral?"
        word="anotherPerson"
      />
    </FormPart>
  )
}

/** Who was referred: nobody is typed twice. */
function Known({ referred: { mother, babies, unborn } }: { referred: Referred }) {
  return (
    <FormPart title="Mother and babies of the referral">
      <p>
        Mother: <Shown>{fullName(mother)}</Shown>. The referral ends with this arrival, as “
        {stageLabels['came-without-offer']}”.
      </p>
      {babies.length > 0 && (
        <CheckboxesField
          name="_referred"
          legend="Which babies came with her?"
          choices={babies.map((baby) => ({ value: baby.id, label: fullName(baby) }))}
        />
      )}
      {unborn > 0 && (
        <p className="app-quiet">
          {unborn} not yet born by the referral. If the baby is born, add it below.
        </p>
      )}
    </FormPart>
  )
}

interface BabyPartProps {
  prefix: string
  index: number
  /** The mother, where she was referred. */
  motherId: string | undefined
}

function BabyPart({ prefix, index, motherId }: BabyPartProps) {
  const found = useTyped<string>('mother.id')
  return (
    <FormPart title={`Baby ${index + 1}`}>
      <SomeoneFields
        name={`${prefix}.baby`}
        kind="baby"
        question="Is there a record of the baby already?"
        word={`${prefix}.anotherChild`}
        motherId={motherId ?? found}
      />
      <InstantField
        name={`${prefix}.startedAt`}
        legend="When were they first together on the unit? (only if later than the mother’s arrival)"
      />
    </FormPart>
  )
}

/** Says of each new person who they are: the form asks, the person does not choose. */
function asArrival({ _referred, ...input }: Typed, referred?: Referred): Arrival {
  const typed = (input.babies ?? []).filter(Boolean)
  const known = (_referred ?? []).map((id) => ({ baby: { id }, startedAt: null }))
  return {
    ...input,
    bedId: bedOf(input.bedId),
    cameFrom: input.cameFrom || 'not-known',
    mother: referred ? { id: referred.mother.id } : asMother(input.mother),
    babies: [
      ...known,
      ...typed.map((one) => ({
        ...one,
        baby:
          'person' in one.baby
            ? { person: { ...one.baby.person, kind: 'baby' as const } }
            : one.baby,
      })),
    ],
  }
}

const asMother = (mother: Arrival['mother']): Arrival['mother'] =>
  'person' in mother ? { person: { ...mother.person, kind: 'mother' } } : mother
