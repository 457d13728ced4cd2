import { endingLabels } from '#domain/leave/record.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import type { LeaveView, Missing } from './view.ts'

type Report = Omit<
  InputOf<typeof act.leave.missing.mutate>,
  'stayId' | 'leaveId' | 'babies' | 'mother'
> & {
  babies?: string[]
  mother?: boolean
}

interface MissingFormProps {
  view: LeaveView
  stayId: string
  onDone: () => void
}

/**
 * Begins the steps for who is missing, or adds somebody to a search that goes on: who has to be told is listed
 * at once. The app tells nobody itself.
 */
export function MissingForm({ view, stayId, onDone }: MissingFormProps) {
  const report = useCommand(act.leave.missing.mutate)
  const now = useServiceNow()
  const running = view.missing.find(({ endedAt }) => endedAt === null)
  // Who is on the unit by the record can be missing as well.
  const among = view.babies.filter(({ pairId }) => !running?.babies.includes(pairId))
  const asksForMother = !running?.mother
  // Of those who are out, whoever was found is not missing.
  const out = view.leaves.flatMap(({ standing }) => standing.each.filter(({ found }) => !found))
  const babiesOut = out.flatMap(({ babies }) => babies)
  return (
    <Form<Report>
      act={running ? 'Add to the search' : 'Begin the steps for who is missing'}
      kind="warning"
      draft={`missing:${stayId}`}
      initial={{
        missingSince: textOfInstant(now()),
        ...(asksForMother && out.some(({ mother }) => mother) ? { mother: 'yes' } : {}),
        babies: among.map(({ pairId }) => pairId).filter((one) => babiesOut.includes(one)),
      }}
      save={(typed) =>
        report({
          ...typed,
          mother: typed.mother ?? false,
          babies: typed.babies ?? [],
          stayId,
        })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      {running && (
        <p>
          The search goes on for{' '}
          <Shown>
            {[...(running.mother ? [view.mother] : []), ...running.babyNames].join(' and ')}
          </Shown>
          . Enter who else is missing.
        </p>
      )}
      {asksForMother && (
        <YesNoField
          name="mother"
          legend="Is the mother missing?"
          required="Say whether the mother is missing"
        />
      )}
      {among.length > 0 && (
        <CheckboxesField
          name="babies"
          legend="Which baby is missing?"
          hint={
            babiesOut.length > 0
              ? 'Leave one out only where you know where the baby is, and with whom.'
              : 'Tick none where the baby is safe on the unit.'
          }
          choices={among.map(({ pairId, name }) => ({ value: pairId, label: name }))}
        />
      )}
      <InstantField
        name="missingSince"
        legend="Missing since"
        hint={
          out.length > 0
            ? 'It counts from the limit of the leave at the latest, whenever it is entered.'
            : 'When they were last seen, or when it was noticed.'
        }
        required="Enter since when they are missing"
      />
      <NoteField
        name="circumstances"
        label="Where and by whom last seen, clothes, telephone, vehicle, what has been tried"
        required="Enter what is known"
      />
    </Form>
  )
}

/** Ends a search, by the name of who records it. */
export function EndMissingForm({ missing, onDone }: { missing: Missing; onDone: () => void }) {
  const end = useCommand(act.leave.endMissing.mutate)
  const now = useServiceNow()
  const { recordId: id, version, allOnLeave, babies } = missing
  const several = babies.length + (missing.mother ? 1 : 0) > 1
  const isFound = missing.endedAt !== null
  const endings = choicesOf(endingLabels).filter(({ value }) =>
    isFound ? value === 'returned' : !allOnLeave || value !== 'returned',
  )
  return (
    <Form<Omit<InputOf<typeof act.leave.endMissing.mutate>, 'id' | 'version'>>
      act={isFound ? 'Record that they are back' : 'Record how the search ended'}
      draft={`missing-end:${id}`}
      // For whom is said anew: nobody is found because a form was filled in for everybody.
      initial={{ endedAt: textOfInstant(now()), ...(isFound ? { endedHow: 'returned' } : {}) }}
      save={(typed) =>
        end({ ...typed, ...(several ? { babies: typed.babies ?? [] } : {}), id, version })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      {several && missing.mother && (
        <YesNoField
          name="mother"
          legend={isFound ? 'Is the mother back?' : 'Has it ended for the mother?'}
          required={
            isFound ? 'Say whether the mother is back' : 'Say whether it has ended for the mother'
          }
        />
      )}
      {several && (
        <CheckboxesField
          name="babies"
          legend={isFound ? 'Which baby is back?' : 'For which baby has it ended?'}
          hint={
            isFound
              ? 'Whom you leave out is still elsewhere.'
              : 'The search goes on for whom you leave out.'
          }
          choices={babies.map((value, index) => ({
            value,
            label: missing.babyNames[index] ?? 'A baby who has left',
          }))}
        />
      )}
      <RadiosField
        name="endedHow"
        legend="How did it end?"
        {...(allOnLeave
          ? { hint: 'Where they are back, record the return from the leave instead.' }
          : {})}
        required="Say how it ended"
        choices={endings}
        further={(how) => how === 'found-elsewhere' && <BabyWithHer missing={missing} />}
      />
      <InstantField
        name="endedAt"
        legend={isFound ? 'Back at' : 'Ended at'}
        required={isFound ? 'Enter when they came back' : 'Enter when it ended'}
      />
      <NoteField
        name="endedWords"
        label={
          isFound
            ? 'Who brought them back, and how mother and baby were'
            : 'Who found them, where, and how mother and baby were'
        }
        required={isFound ? 'Enter how they came back' : 'Enter how they were found'}
      />
    </Form>
  )
}

/** A mother was found: a baby who was out with her is never taken for a baby who is with her. */
function BabyWithHer({ missing }: { missing: Missing }) {
  const { outWithHer, mother, babies } = missing
  const alone = mother && babies.length === 0
  const hers = useTyped<string>('mother') === 'yes'
  if (outWithHer.length === 0 || !(alone || hers)) return null
  const names = outWithHer.join(' and ')
  return (
    <YesNoField
      name="withHer"
      legend={`Is ${names} with her?`}
      hint="Ask now, and have the baby seen. If not, the search goes on for the baby."
      required="Say whether the baby is with her"
    />
  )
}
