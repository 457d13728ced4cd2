import { useParams } from '@tanstack/react-router'
import { dateOf } from '#domain/shared/calendar.ts'
import { legalStatusCodes, legalStatusOf } from '#domain/shared/legal-status.ts'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Ready } from '../reading.tsx'
import { basisTyped } from './basis-typed.ts'
import { StayFormPage } from './stay-form-page.tsx'
import { useBackToStay } from './use-back-to-stay.ts'
import { WithdrawForm } from './withdraw-form.tsx'

type LegalInput = InputOf<typeof act.people.addLegalStatus.mutate>
type LegalFact = Outputs['people']['legalStatus']['facts'][number]

/** A legal status of the baby as a dated fact with the document behind it. */
export function AddLegalStatus() {
  const { stayId, personId } = useParams({ from: '/stays/$stayId/legal/$personId' })
  const add = useCommand(act.people.addLegalStatus.mutate)
  const back = useBackToStay(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Record a legal status of the baby'}>
      {() => (
        <Form<LegalInput>
          act="Record the legal status"
          draft={`legal:${personId}`}
          save={(input) => add({ ...input, personId })}
          onSaved={back}
          cancel={{ label: 'Go back', onClick: back }}
        >
          <FormPart title="Legal status">
            <LegalFields prefix="" />
          </FormPart>
        </Form>
      )}
    </StayFormPage>
  )
}

/** A correction of a legal status, or its end. */
export function ChangeLegalStatus() {
  const { stayId, personId, factId } = useParams({
    from: '/stays/$stayId/legal/$personId/$factId',
  })
  const legal = useRead(read.people.legalStatus.queryOptions({ personId, at: null }))
  return (
    <StayFormPage stayId={stayId} title={() => 'Change or end a legal status'}>
      {() => (
        <Ready reading={legal}>
          {({ facts }) => {
            const fact = facts.find(({ id }) => id === factId)
            return fact ? <ChangeForm fact={fact} stayId={stayId} personId={personId} /> : null
          }}
        </Ready>
      )}
    </StayFormPage>
  )
}

interface ChangeFormProps {
  fact: LegalFact
  stayId: string
  personId: string
}

function ChangeForm({ fact, stayId, personId }: ChangeFormProps) {
  const change = useCommand(act.people.changeLegalStatus.mutate)
  const withdraw = useCommand(act.people.withdrawLegalStatus.mutate)
  const back = useBackToStay(stayId)
  return (
    <>
      <Form<{ fact: LegalInput; reason: string }>
        act="Save the change"
        draft={`change-legal:${fact.id}:${fact.version}`}
        save={(input) =>
          change({
            id: fact.id,
            version: fact.version,
            reason: input.reason,
            fact: { ...input.fact, personId },
          })
        }
        onSaved={back}
        cancel={{ label: 'Go back', onClick: back }}
        initial={{
          fact: {
            code: fact.code,
            startsAt: textOfInstant(fact.startsAt),
            endsAt: fact.endsAt === null ? '' : textOfInstant(fact.endsAt),
            authority: fact.authority ?? '',
            basis: basisTyped(fact.basis),
          },
        }}
      >
        <FormPart title="Legal status">
          <LegalFields prefix="fact." />
          <TextField
            name="reason"
            label="Why it is changed"
            hint="The old entry stays readable."
            required="Enter why it is changed"
          />
        </FormPart>
      </Form>
      <WithdrawForm
        what="this status"
        draft={`withdraw:${fact.id}:${fact.version}`}
        withdraw={(reason) => withdraw({ id: fact.id, version: fact.version, reason })}
        onDone={back}
      />
    </>
  )
}

function LegalFields({ prefix }: { prefix: string }) {
  const today = dateOf(useServiceNow()())
  const code = useTyped<string>(`${prefix}code`)
  const status = code ? legalStatusOf(code) : undefined
  return (
    <>
      <SelectField
        name={`${prefix}code`}
        label="Status"
        hint="Several can be true at once: record each by itself."
        required="Choose the legal status"
        choices={legalStatusCodes.map((value) => ({ value, label: legalStatusOf(value).label }))}
      />
      {status && (
        <p className="app-quiet">
          Parental responsibility: {status.responsibility}. Consent: {status.consent}.
        </p>
      )}
      <InstantField
        name={`${prefix}startsAt`}
        legend="In force since"
        required="Enter since when it is in force"
      />
      <InstantField
        name={`${prefix}endsAt`}
        legend={status?.expiryRequired ? 'Runs out' : 'Runs out, or ended (if so)'}
        future
        {...(status?.expiryRequired
          ? { required: 'This status cannot be recorded without the time at which it runs out' }
          : {})}
      />
      <TextField name={`${prefix}authority`} label="Local authority (if one is involved)" />
      <BasisField name={`${prefix}basis`} of="this status" today={today} />
    </>
  )
}
