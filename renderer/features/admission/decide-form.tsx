import { type DecisionOutcome, decisionOutcomeLabels } from '#domain/admission/record.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { lastDecision } from '#domain/shared/decision-order.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { type Choice, choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { Shown } from '../../ui/shown.tsx'
import { OfferRestsOn } from './offer-rests-on.tsx'
import { useSeen } from './use-seen.ts'
import { type DecisionView, holding, type NameOf, type ReferralView } from './view.ts'

type DecisionInput = InputOf<typeof act.admission.decide.mutate>

interface DecideFormProps {
  view: ReferralView
  signer: string
  /** The beds that may be offered. */
  beds: readonly Choice[]
  onDone: () => void
  nameOf: NameOf
}

/** A decision, signed: offered, declined, waiting on named information, or withdrawn. */
export function DecideForm({ view, signer, beds, nameOf, onDone }: DecideFormProps) {
  const decide = useCommand(act.admission.decide.mutate)
  const last = lastDecision(view.decisions)
  const { seen, after } = useSeen(last?.recordId ?? null)
  return (
    <Form<DecisionInput>
      act="Sign the decision"
      draft={`decide:${view.referral.id}`}
      save={async (typed, beside) =>
        after(
          await decide({ ...wholeDecision(typed, view.referral.id), seenDecision: seen }, beside),
        )
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      {last && <LastDecision decision={last} meanwhile={last.recordId !== seen} nameOf={nameOf} />}
      <FormPart title="Decision">
        <RadiosField
          name="outcome"
          legend="What is decided?"
          required="Choose the decision"
          choices={choicesOf(decisionOutcomeLabels)}
        />
        <OutcomeFields view={view} beds={beds} />
        <InstantField
          name="decidedAt"
          legend="When was it decided?"
          required="Enter when it was decided"
          earliest={view.referral.receivedAt}
        />
      </FormPart>
      <FormPart title="Sign">
        <SignatureField signer={signer} />
      </FormPart>
    </Form>
  )
}

interface LastDecisionProps {
  decision: DecisionView
  /** It was signed while this form was open: both are kept, and the newer one counts. */
  meanwhile: boolean
  nameOf: NameOf
}

function LastDecision({ decision, meanwhile, nameOf }: LastDecisionProps) {
  const words = `${decisionOutcomeLabels[decision.outcome]}, ${formatDateTime(decision.decidedAt)}`
  const by = decision.deciderId ? nameOf(decision.deciderId) : 'somebody'
  if (!meanwhile)
    return (
      <p>
        The last decision: {words}, by <Shown>{by}</Shown>. Another one takes its place; both stay
        readable.
      </p>
    )
  return (
    <Banner tone="warning" urgent title="Somebody else decided while this was open">
      <p>
        {words}, by <Shown>{by}</Shown>
        {decision.note !== '' && (
          <>
            : <Shown>{decision.note}</Shown>
          </>
        )}
      </p>
      <p>What you typed is still here. Sign it only if it is still right.</p>
    </Banner>
  )
}

/** What a person leaves empty is sent as nothing, so that the service can say what is missing. */
function wholeDecision(typed: DecisionInput, referralId: string): DecisionInput {
  switch (typed.outcome) {
    case 'offered':
      return {
        ...typed,
        referralId,
        bedId: typed.bedId ?? null,
        expectedArrivalAt: typed.expectedArrivalAt ?? null,
      }
    case 'declined':
      return { ...typed, referralId, signposting: typed.signposting ?? [] }
    case 'waiting':
      return { ...typed, referralId, waitingOn: typed.waitingOn ?? [] }
    default:
      return { ...typed, referralId }
  }
}

function OutcomeFields({ view, beds }: Pick<DecideFormProps, 'view' | 'beds'>) {
  const outcome = useTyped<DecisionOutcome | ''>('outcome')
  switch (outcome) {
    case 'offered':
      return <OfferFields view={view} beds={beds} />
    case 'declined':
      return <DeclineFields view={view} />
    case 'waiting':
      return <WaitingFields view={view} />
    case 'withdrawn':
      return (
        <>
          <TextField
            name="withdrawnBy"
            label="Who withdrew it: name and role"
            required="Enter who withdrew it"
          />
          <NoteField name="note" label="Why" required="Enter why it was withdrawn" rows={2} />
        </>
      )
    default:
      return null
  }
}

function OfferFields({ view, beds }: Pick<DecideFormProps, 'view' | 'beds'>) {
  return (
    <>
      <OfferRestsOn view={view} />
      <SelectField name="bedId" label="Bed (if it is known)" choices={beds} prompt="No bed yet" />
      <InstantField
        name="expectedArrivalAt"
        legend="When are they expected? (if it is agreed)"
        future
      />
      <NoteField name="note" label="Note (optional)" rows={2} />
    </>
  )
}

function DeclineFields({ view }: { view: ReferralView }) {
  const reason = useTyped<string>('reasonCode')
  const { declineReasons, resources } = view.choices
  const fits = (answers: readonly string[]) => reason !== undefined && answers.includes(reason)
  const sorted = [...resources].sort((a, b) => Number(fits(b.answers)) - Number(fits(a.answers)))
  return (
    <>
      <SelectField
        name="reasonCode"
        label="Reason"
        required="Choose a reason from the list"
        choices={declineReasons.map(({ code, label }) => ({ value: code, label }))}
      />
      <NoteField name="note" label="In a few words, for the referrer (optional)" rows={2} />
      <CheckboxesField
        name="signposting"
        legend="What can the referrer turn to?"
        choices={sorted.map(({ id, name, purpose, answers }) => ({
          value: id,
          label: fits(answers) ? `${name} (may fit this reason)` : name,
          hint: purpose,
        }))}
      />
      <NoteField name="signpostingNote" label="Or why nothing fits" rows={2} />
    </>
  )
}

function WaitingFields({ view }: { view: ReferralView }) {
  return (
    <>
      <CheckboxesField
        name="waitingOn"
        legend="What does it wait for?"
        required="Choose what the decision waits for"
        choices={holding(view).map((hold) => ({
          value: hold.ruleId,
          label: hold.reason,
          hint: hold.release,
        }))}
      />
      <NoteField name="note" label="Note (optional)" rows={2} />
    </>
  )
}
