import { cpisResultLabels } from '#domain/admission/record.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { carryingBases } from '#domain/shared/provenance.ts'
import { act, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import type { ReferralView } from './view.ts'

type Check = ReferralView['cpisChecks'][number]
type Input = Parameters<typeof act.admission.correctCpis.mutate>[0] &
  Parameters<typeof act.admission.endCpis.mutate>[0]
type Typed = Omit<Input, 'id' | 'version'> & { how: 'correct' | 'end' | 'withdraw' }

/** What is put right of a look-up: a slip, a flag that the authority lifted, or an entry for the wrong child. */
export function CpisChange({ check, onDone }: { check: Check; onDone: () => void }) {
  const correct = useCommand(act.admission.correctCpis.mutate)
  const end = useCommand(act.admission.endCpis.mutate)
  const withdraw = useCommand(act.admission.withdrawCpis.mutate)
  const today = dateOf(useServiceNow()())
  const { recordId: id, version } = check
  const hasFlag = check.result !== 'no-flag' && check.result !== 'not-available'
  return (
    <Form<Typed>
      act="Save the change"
      draft={`cpis-change:${id}:${version}`}
      initial={{
        result: check.result,
        checkedAt: check.checkedAt ? textOfInstant(check.checkedAt) : '',
        reference: check.reference ?? '',
      }}
      save={({ how, result, checkedAt, reference, endedOn, basis, reason }) => {
        const of = { id, version, reason }
        if (how === 'end') return end({ ...of, endedOn, basis })
        return how === 'correct' ? correct({ ...of, result, checkedAt, reference }) : withdraw(of)
      }}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <RadiosField
        name="how"
        legend="What is to be put right?"
        {...(hasFlag
          ? {
              hint: 'Nobody takes a flag out alone: somebody else looks the child up again first, and records it.',
            }
          : {})}
        required="Choose what is to be put right"
        choices={[
          { value: 'correct', label: 'It was entered wrongly' },
          ...(hasFlag ? [{ value: 'end', label: 'The authority has lifted the flag' }] : []),
          { value: 'withdraw', label: 'It was entered by mistake, or for another child' },
        ]}
        further={(how) =>
          how === 'correct' ? (
            <>
              <RadiosField
                name="result"
                legend="What did CP-IS show?"
                required="Choose the result"
                choices={choicesOf(cpisResultLabels)}
              />
              <InstantField
                name="checkedAt"
                legend="When?"
                required="Enter when it was looked up"
              />
              <TextField name="reference" label="Reference (optional)" width={20} />
            </>
          ) : how === 'end' ? (
            <>
              <DateField
                name="endedOn"
                legend="On which day was it lifted?"
                required="Enter the day"
                latest={today}
              />
              <BasisField name="basis" of="this" today={today} kinds={carryingBases} />
              <p className="app-quiet">
                A plan counts for 12 months after its end, as CP-IS goes on showing it: what social
                care holds is asked for as before.
              </p>
            </>
          ) : null
        }
      />
      <TextField
        name="reason"
        label="Why it is put right"
        hint="The entry before stays readable."
        required="Enter why it is put right"
      />
    </Form>
  )
}
