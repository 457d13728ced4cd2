import { stageLabels } from '#domain/admission/stages.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { arrivalSourceLabels } from '#domain/stays/arrival-source.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { GrownOld } from './grown-old.tsx'
import type { ReferralView } from './view.ts'

type LinkInput = InputOf<typeof act.admission.linkArrival.mutate>

/** Which stay of hers this referral led to, and where she came from. */
export function LinkForm({ view, onDone }: { view: ReferralView; onDone: () => void }) {
  const link = useCommand(act.admission.linkArrival.mutate)
  const referralId = view.referral.id
  const isOffered = view.stage === 'offered'
  return (
    <Form<Omit<LinkInput, 'withoutOffer'> & { withoutOffer?: 'yes' | 'no' }>
      act="Tie the stay to the referral"
      draft={`link:${referralId}`}
      save={({ withoutOffer, ...typed }) =>
        link({ ...typed, referralId, withoutOffer: !isOffered || withoutOffer === 'yes' })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Stay">
        <RadiosField
          name="stayId"
          legend="Which stay did this referral lead to?"
          required="Choose the stay"
          choices={view.unlinkedStays.map(({ stayId, arrivedAt, endedAt }) => ({
            value: stayId,
            label: `Arrived ${formatDateTime(arrivedAt)}`,
            hint: endedAt ? `Ended ${formatDateTime(endedAt)}` : 'On the unit now',
          }))}
        />
        {isOffered ? (
          <RadiosField
            name="withoutOffer"
            legend="Did she come on the offer?"
            required="Say whether she came on the offer"
            inline
            choices={[
              { value: 'no', label: 'On the offer' },
              { value: 'yes', label: 'Without one: it was made after she came' },
            ]}
          />
        ) : (
          <p>
            No offer stands, so the referral ends as “{stageLabels['came-without-offer']}”. It is
            counted.
          </p>
        )}
        <SelectField
          name="cameFrom"
          label="Where did she come from?"
          required="Say where she came from"
          choices={choicesOf(arrivalSourceLabels)}
        />
      </FormPart>
      {isOffered && <GrownOld view={view} />}
    </Form>
  )
}
