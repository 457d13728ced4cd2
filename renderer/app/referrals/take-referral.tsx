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
import { useTyped } from '../../ui/form/use-typed.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { ChildPart } from './child-part.tsx'
import { MotherPart } from './mother-part.tsx'
import { atChildren, type TakeTyped, takeInput } from './take-input.ts'

interface TypedChild {
  born?: string
  expectedOn?: string
  person?: { familyName?: string; bornOn?: string; nhsNumberAbsent?: string }
}

/** A twin begins with what the first baby has: day of birth and family name, to be changed where it differs. */
const twinOf = (first: unknown): Record<string, unknown> => {
  const { born, expectedOn, person } = (first ?? {}) as TypedChild
  const { familyName = '', bornOn = '', nhsNumberAbsent = '' } = person ?? {}
  // Of one who is taken from the record the other is not known to be: it is asked.
  const isTyped = born === 'yes' || born === 'no'
  return {
    born: isTyped ? born : '',
    expectedOn,
    person: { familyName, bornOn, nhsNumberAbsent },
  }
}

/** The children, of whom those of a mother on record may be on record too. */
function Children() {
  const motherId = useTyped<string>('mother.id')
  const typed = useTyped<(TypedChild | undefined)[]>('children') ?? []
  const takenBeside = (index: number) =>
    typed.flatMap((child, place) => (place === index ? [] : (child?.born ?? [])))
  return (
    <Repeat
      name="children"
      least={1}
      most={6}
      addLabel="Add another baby"
      next={twinOf}
      removeLabel={(index) => `Take baby ${index + 1} out`}
    >
      {(prefix, index) => (
        <ChildPart prefix={prefix} {...{ index, motherId }} without={takenBeside(index)} />
      )}
    </Repeat>
  )
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
          const reply = atChildren(await take(takeInput(typed)), typed.children)
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
        <Children />
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
