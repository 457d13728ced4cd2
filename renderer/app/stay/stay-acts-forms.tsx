import { useNavigate, useParams } from '@tanstack/react-router'
import { endReasonLabels } from '#domain/stays/record.ts'
import { act, type InputOf, read, useCommand, useRead } from '../../api.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Shown } from '../../ui/shown.tsx'
import { LeavingHold } from '../episode/leaving-hold.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { fullName } from '../people/full-name.ts'
import { SomeoneFields } from '../people/someone-fields.tsx'
import { Ready } from '../reading.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { useBackToStay } from './use-back-to-stay.ts'

/** A baby is born, or joins the mother, later in the stay. */
export function AddBaby() {
  const { stayId } = useParams({ from: '/stays/$stayId/baby' })
  const add = useCommand(act.stays.babyArrives.mutate)
  const back = useBackToStay(stayId)
  type BabyInput = InputOf<typeof act.stays.babyArrives.mutate>
  return (
    <StayFormPage stayId={stayId} title={() => 'Add a baby'}>
      {() => (
        <Form<BabyInput>
          act="Add the baby"
          draft={`baby:${stayId}`}
          save={({ baby, startedAt, withoutCheckBecause }) =>
            add({
              stayId,
              startedAt,
              withoutCheckBecause,
              baby: 'person' in baby ? { person: { ...baby.person, kind: 'baby' } } : baby,
            })
          }
          onSaved={back}
          cancel={{ label: 'Go back', onClick: back }}
        >
          <FormPart title="Baby">
            <InstantField
              name="startedAt"
              legend="When were mother and baby first together on the unit?"
              hint="The birth, or the arrival of the baby."
              required="Enter when they were first together"
            />
            <SomeoneFields
              name="baby"
              kind="baby"
              question="Is there a record of the baby already?"
            />
            <TextField
              name="withoutCheckBecause"
              label="If the baby was born elsewhere and is on no offer: why the baby comes in before a check"
              hint="Nobody is turned away. It is counted under your name, and is a line of every report."
            />
          </FormPart>
        </Form>
      )}
    </StayFormPage>
  )
}

/** The mother moves to another bed of the unit. */
export function MoveBed() {
  const { stayId } = useParams({ from: '/stays/$stayId/bed' })
  const beds = useRead(read.stays.beds.queryOptions(undefined))
  const move = useCommand(act.stays.moveBed.mutate)
  const back = useBackToStay(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Move to another bed'}>
      {({ stay, bed }) => (
        <Ready reading={beds}>
          {(all) => (
            <Form<{ bedId: string; reason: string }>
              act="Record the move"
              draft={`bed:${stay.id}:${stay.version}`}
              save={(input) => move({ ...input, id: stay.id, version: stay.version })}
              onSaved={back}
              cancel={{ label: 'Go back', onClick: back }}
            >
              <FormPart title="Bed">
                <SelectField
                  name="bedId"
                  label="New bed"
                  required="Choose the bed"
                  choices={all
                    .filter(({ id, closed }) => !closed && id !== bed?.id)
                    .map(({ id, name }) => ({ value: id, label: bedTitle(name) }))}
                />
                <TextField name="reason" label="Why" required="Enter why she moves" />
              </FormPart>
            </Form>
          )}
        </Ready>
      )}
    </StayFormPage>
  )
}

/** The end of a stay, with every pair in it. */
export function EndStay() {
  const { stayId } = useParams({ from: '/stays/$stayId/end' })
  const end = useCommand(act.stays.end.mutate)
  const navigate = useNavigate()
  const back = useBackToStay(stayId)
  type EndInput = InputOf<typeof act.stays.end.mutate>
  return (
    <StayFormPage stayId={stayId} title={() => 'End the stay'}>
      {({ stay, mother, pairs }) => {
        const leaving = pairs.filter(({ endedAt }) => endedAt === null)
        const babies = leaving.map(({ baby }) => fullName(baby))
        return (
          <>
            <LeavingHold pairIds={leaving.map(({ id }) => id)} />
            <Form<EndInput>
              act="End the stay"
              draft={`end:${stay.id}`}
              kind="warning"
              save={(input) => end({ ...input, id: stay.id, version: stay.version })}
              onSaved={() => void navigate({ to: '/' })}
              cancel={{ label: 'Go back', onClick: back }}
            >
              <FormPart title="End of the stay">
                <p>
                  <strong>
                    <Shown>{fullName(mother)}</Shown>
                  </strong>
                  {babies.length > 0 ? (
                    <>
                      {' '}
                      leaves with{' '}
                      <strong>
                        <Shown>{babies.join(' and ')}</Shown>
                      </strong>
                      .
                    </>
                  ) : (
                    ' leaves. No baby is with her.'
                  )}
                </p>
                <InstantField
                  name="endedAt"
                  legend="When did she leave the unit?"
                  required="Enter when she left"
                />
                <SelectField
                  name="endReason"
                  label="Where to"
                  required="Choose where to"
                  choices={choicesOf(endReasonLabels)}
                />
                <TextField
                  name="reason"
                  label="What was arranged"
                  hint="One line: who takes over the care of mother and baby."
                  required="Enter what was arranged"
                />
              </FormPart>
            </Form>
          </>
        )
      }}
    </StayFormPage>
  )
}
