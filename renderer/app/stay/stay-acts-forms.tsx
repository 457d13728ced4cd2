import { useNavigate, useParams } from '@tanstack/react-router'
import { endReasonLabels } from '#domain/stays/record.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { type BedChoice, PromiseBroken } from '../../features/admission/bed-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { Shown } from '../../ui/shown.tsx'
import { LeavingHold } from '../episode/leaving-hold.tsx'
import { fullName } from '../people/full-name.ts'
import { NewPeopleBasis } from '../people/new-people-basis.tsx'
import { SomeoneFields } from '../people/someone-fields.tsx'
import { useBeds } from '../people/use-beds.ts'
import { MissingAtLeaving } from './discharge-page.tsx'
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
      {({ mother }) => (
        <Form<BabyInput>
          act="Add the baby"
          draft={`baby:${stayId}`}
          save={({ baby, startedAt, withoutCheckBecause, basis, anotherChild }) =>
            add({
              stayId,
              startedAt,
              withoutCheckBecause,
              basis,
              anotherChild,
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
              word="anotherChild"
              motherId={mother.id}
            />
            <TextField
              name="withoutCheckBecause"
              label="If the baby was born elsewhere and is on no offer: why the baby comes in before a check"
              hint="Nobody is turned away. It is counted under your name, and is a line of every report."
            />
          </FormPart>
          <NewPeopleBasis />
        </Form>
      )}
    </StayFormPage>
  )
}

const firstBed = 'A bed is free now'

/** The mother moves to another bed of the unit, or is given one where she came in without: then in one step. */
export function MoveBed() {
  const { stayId } = useParams({ from: '/stays/$stayId/bed' })
  const beds = useBeds()
  const move = useCommand(act.stays.moveBed.mutate)
  const back = useBackToStay(stayId)
  return (
    <StayFormPage
      stayId={stayId}
      title={({ bed }) => (bed ? 'Move to another bed' : 'Give them a bed')}
    >
      {({ stay, bed }) => (
        <Form<{ bedId: string; bedBecause?: string; reason?: string }>
          act={bed ? 'Record the move' : 'Give the bed'}
          draft={`bed:${stay.id}:${stay.version}`}
          save={({ reason, ...typed }) =>
            move({ ...typed, reason: reason ?? firstBed, id: stay.id, version: stay.version })
          }
          onSaved={back}
          cancel={{ label: 'Go back', onClick: back }}
        >
          <FormPart title="Bed">
            <SelectField
              name="bedId"
              label={bed ? 'New bed' : 'Bed'}
              required="Choose the bed"
              choices={beds.filter(({ value }) => value !== bed?.id)}
            />
            <WhyThisBed beds={beds} first={bed === null} />
          </FormPart>
        </Form>
      )}
    </StayFormPage>
  )
}

/** Why she moves, or why into a closed bed; nothing is asked where she is given her first. */
function WhyThisBed({ beds, first }: { beds: readonly BedChoice[]; first: boolean }) {
  const typed = useTyped<string>('bedId')
  const chosen = beds.find(({ value }) => value === typed)
  const isClosed = chosen?.closed ?? false
  return (
    <>
      {chosen?.promisedTo && <PromiseBroken to={chosen.promisedTo} />}
      {(!first || isClosed) && (
        <TextField
          name="reason"
          label={isClosed ? 'Why into a closed bed' : 'Why'}
          required={isClosed ? 'Enter why the closed bed is used' : 'Enter why she moves'}
        />
      )}
    </>
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
            <MissingAtLeaving stayId={stay.id} />
            <Form<EndInput>
              act="End the stay"
              draft={`end:${stay.id}:${stay.version}`}
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
                <TextField
                  name="missingBecause"
                  label="If something is missing: why they leave all the same"
                  hint="It keeps nobody here. It stands in the record and in the summary under your name."
                />
              </FormPart>
            </Form>
          </>
        )
      }}
    </StayFormPage>
  )
}
