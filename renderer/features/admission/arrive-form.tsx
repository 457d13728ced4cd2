import { formatDate } from '#domain/shared/calendar.ts'
import { minuteOf } from '#domain/shared/minute.ts'
import { arrivalSourceLabels } from '#domain/stays/arrival-source.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { type BedChoice, BedField, bedOf } from './bed-field.tsx'
import { GrownOld } from './grown-old.tsx'
import type { ReferralView } from './view.ts'
import { childName } from './words.ts'

type ArriveInput = InputOf<typeof act.admission.arrive.mutate>

interface ArriveFormProps {
  view: ReferralView
  beds: readonly BedChoice[]
  onArrived: (stayId: string) => void
  onBack: () => void
}

/** She arrives on the offer: stay, babies and bed in one act. */
export function ArriveForm({ view, beds, onArrived, onBack }: ArriveFormProps) {
  const arrive = useCommand(act.admission.arrive.mutate)
  const born = view.children.filter(({ baby }) => baby !== null)
  const offer = view.decisions.at(-1)
  return (
    <Form<ArriveInput>
      act="Record the arrival"
      draft={`arrive:${view.referral.id}`}
      initial={offer?.bedId ? { bedId: offer.bedId } : {}}
      save={async (typed) => {
        const reply = await arrive({
          ...typed,
          bedId: bedOf(typed.bedId),
          referralId: view.referral.id,
          childIds: typed.childIds ?? [],
          withoutBabies: typed.withoutBabies ?? false,
        })
        if (reply.ok) onArrived(reply.value.stayId)
        return reply
      }}
      cancel={{ label: 'Go back', onClick: onBack }}
    >
      {born.length < view.children.length && (
        <Banner title="A baby is not yet born">
          <p>If it is born by now, record the birth on the referral first.</p>
        </Banner>
      )}
      <GrownOld view={view} />
      <FormPart title="Arrival">
        <InstantField
          name="arrivedAt"
          legend="When did the mother arrive on the unit?"
          required="Enter when the mother arrived"
          {...(offer ? { earliest: minuteOf(offer.decidedAt) } : {})}
        />
        <BedField beds={beds} />
        <SelectField
          name="cameFrom"
          label="Where did she come from?"
          required="Say where she came from"
          choices={choicesOf(arrivalSourceLabels)}
        />
        {born.length > 0 && (
          <CheckboxesField
            name="childIds"
            legend="Which babies came with her?"
            hint="A baby who comes later is added from the page of the stay."
            choices={born.map((child) => ({
              value: child.id,
              label: childName(child, formatDate),
            }))}
          />
        )}
        {born.length > 0 && (
          <ConfirmField name="withoutBabies" label="No baby came with her: they come later" />
        )}
      </FormPart>
    </Form>
  )
}
