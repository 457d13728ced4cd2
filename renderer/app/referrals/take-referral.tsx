import { useNavigate } from '@tanstack/react-router'
import { sourceKindLabels } from '#domain/shared/who-knows-her.ts'
import { act, useCommand } from '../../api.ts'
import { AskedForPart, ReferrerPart } from '../../features/admission/referrer-fields.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart, FormRow } from '../../ui/form/part.tsx'
import { Repeat } from '../../ui/form/repeat.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { ChildPart } from './child-part.tsx'
import { MotherPart } from './mother-part.tsx'
import { type TakeTyped, takeInput } from './take-input.ts'

interface TypedChild {
  born?: string
  expectedOn?: string
  person?: { familyName?: string; bornOn?: string; nhsNumberAbsent?: string }
}

/** A twin begins with what the first baby has: day of birth and family name, to be changed where it differs. */
const twinOf = (first: unknown): Record<string, unknown> => {
  const { born, expectedOn, person } = (first ?? {}) as TypedChild
  const { familyName = '', bornOn = '', nhsNumberAbsent = '' } = person ?? {}
  return { born, expectedOn, person: { familyName, bornOn, nhsNumberAbsent } }
}

/** A referral as a short script for the telephone: the number to call back first, the rest can wait. */
export function TakeReferral() {
  const take = useCommand(act.admission.take.mutate)
  const navigate = useNavigate()
  const now = useServiceNow()
  return (
    <div className="app-main app-main--reading">
      <PageHeader
        title="Take a referral"
        under="Ask in this order. Everything else is asked on the page of the referral, clause by clause."
      />
      <Form<TakeTyped>
        act="Take the referral"
        draft="referral"
        initial={{
          receivedAt: textOfInstant(now()),
          '_mother-known': 'new',
          children: [{}],
          sources: [],
        }}
        save={async (typed) => {
          const reply = await take(takeInput(typed))
          if (reply.ok)
            await navigate({
              to: '/referrals/$referralId',
              params: { referralId: reply.value.referralId },
            })
          return reply
        }}
        cancel={{
          label: 'Back to the referrals',
          onClick: () => void navigate({ to: '/referrals' }),
        }}
      >
        <ReferrerPart />
        <MotherPart />
        <Repeat
          name="children"
          least={1}
          most={6}
          addLabel="Add another baby"
          next={twinOf}
          removeLabel={(index) => `Take baby ${index + 1} out`}
        >
          {(prefix, index) => <ChildPart prefix={prefix} index={index} />}
        </Repeat>
        <AskedForPart />
        <FormPart title="Who knows her (can wait)">
          <Repeat
            name="sources"
            least={0}
            most={20}
            addLabel="Add a service or person who knows her"
            removeLabel={(index) => `Take service ${index + 1} out`}
          >
            {(prefix) => (
              <FormRow>
                <SelectField
                  name={`${prefix}.kind`}
                  label="What kind of service or person"
                  required="Choose what kind of service or person this is"
                  choices={choicesOf(sourceKindLabels)}
                />
                <TextField name={`${prefix}.name`} label="Name" required="Enter the name" />
              </FormRow>
            )}
          </Repeat>
        </FormPart>
      </Form>
    </div>
  )
}
