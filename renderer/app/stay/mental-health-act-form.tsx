import { useParams } from '@tanstack/react-router'
import { dateOf } from '#domain/shared/calendar.ts'
import {
  leaveRuleTexts,
  mentalHealthActStatuses,
  mentalHealthActStatusOf,
} from '#domain/shared/mental-health-act.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { useBackToStay } from './use-back-to-stay.ts'

type ActInput = InputOf<typeof act.people.addMentalHealthAct.mutate>

/** The mother's status under the Mental Health Act as a dated fact. */
export function RecordMentalHealthAct() {
  const { stayId } = useParams({ from: '/stays/$stayId/mental-health-act' })
  const add = useCommand(act.people.addMentalHealthAct.mutate)
  const back = useBackToStay(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Record the Mental Health Act status of the mother'}>
      {({ mother }) => (
        <Form<ActInput>
          act="Record the status"
          draft={`mental-health-act:${mother.id}`}
          save={(input) => add({ ...input, personId: mother.id })}
          onSaved={back}
          cancel={{ label: 'Go back', onClick: back }}
        >
          <FormPart title="Mental Health Act status">
            <ActFields />
          </FormPart>
        </Form>
      )}
    </StayFormPage>
  )
}

function ActFields() {
  const today = dateOf(useServiceNow()())
  const code = useTyped<string>('code')
  const status = code ? mentalHealthActStatusOf(code) : undefined
  const runsOut = status?.detained === true && status.mostHours !== undefined
  return (
    <>
      <SelectField
        name="code"
        label="Status"
        required="Choose the status"
        choices={mentalHealthActStatuses.map(({ code: value, label }) => ({ value, label }))}
      />
      {status && <p className="app-quiet">{leaveRuleTexts[status.leave]}</p>}
      <InstantField name="startsAt" legend="Since" required="Enter since when" />
      <InstantField
        name="endsAt"
        legend={runsOut ? 'Runs out' : 'Runs out, or ended (if so)'}
        future
        {...(runsOut ? { required: 'Enter when it runs out' } : {})}
      />
      <BasisField name="basis" of="this status" today={today} />
    </>
  )
}
