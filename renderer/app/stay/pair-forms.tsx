import { useParams } from '@tanstack/react-router'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Shown } from '../../ui/shown.tsx'
import { LeavingHold } from '../episode/leaving-hold.tsx'
import { fullName } from '../people/full-name.ts'
import { StayFormPage } from './stay-form-page.tsx'
import { useBackToStay } from './use-back-to-stay.ts'

type EndInput = InputOf<typeof act.stays.endPair.mutate>
type CorrectInput = InputOf<typeof act.stays.correctPair.mutate>

/** The baby leaves before the mother: to a hospital for good, to family, to a foster carer. */
export function EndPair() {
  const { stayId, pairId } = useParams({ from: '/stays/$stayId/pair/$pairId/end' })
  const end = useCommand(act.stays.endPair.mutate)
  const back = useBackToStay(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'The baby leaves without the mother'}>
      {({ mother, pairs }) => {
        const pair = pairs.find(({ id }) => id === pairId)
        if (!pair || pair.endedAt !== null) return <Banner title="The baby has left already" />
        return (
          <>
            <LeavingHold pairIds={[pairId]} />
            <Form<Pick<EndInput, 'endedAt' | 'reason'>>
              act="Record that the baby left"
              draft={`end-pair:${pairId}:${pair.version}`}
              kind="warning"
              save={(input) => end({ ...input, id: pairId, version: pair.version })}
              onSaved={back}
              cancel={{ label: 'Go back', onClick: back }}
            >
              <FormPart title={fullName(pair.baby)}>
                <p>
                  Mother <Shown>{fullName(mother)}</Shown> stays. Supervision, rounds and duties of
                  this baby end with it. A baby who is away for treatment and comes back stays on
                  the record: use the episode.
                </p>
                <InstantField
                  name="endedAt"
                  legend="When did the baby leave the unit?"
                  required="Enter when the baby left"
                />
                <TextField
                  name="reason"
                  label="Where to, and who decided it"
                  required="Enter where to, and who decided it"
                />
              </FormPart>
            </Form>
          </>
        )
      }}
    </StayFormPage>
  )
}

/** A correction of when mother and baby were first together here. */
export function CorrectPair() {
  const { stayId, pairId } = useParams({ from: '/stays/$stayId/pair/$pairId/correct' })
  const correct = useCommand(act.stays.correctPair.mutate)
  const back = useBackToStay(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Correct when they were first together'}>
      {({ pairs }) => {
        const pair = pairs.find(({ id }) => id === pairId)
        if (!pair) return <Banner title="This baby is not on record here" tone="warning" />
        return (
          <Form<Pick<CorrectInput, 'startedAt' | 'reason'>>
            act="Save the correction"
            draft={`pair:${pairId}:${pair.version}`}
            save={(input) => correct({ ...input, id: pairId, version: pair.version })}
            onSaved={back}
            cancel={{ label: 'Go back', onClick: back }}
            initial={{ startedAt: textOfInstant(pair.startedAt) }}
          >
            <FormPart title={fullName(pair.baby)}>
              <InstantField
                name="startedAt"
                legend="When were mother and baby first together on the unit?"
                hint="The birth, or the arrival of the baby."
                required="Enter when they were first together"
              />
              <TextField
                name="reason"
                label="Why it is corrected"
                hint="The old entry stays readable."
                required="Enter why it is corrected"
              />
            </FormPart>
          </Form>
        )
      }}
    </StayFormPage>
  )
}
