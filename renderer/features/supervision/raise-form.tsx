import { type Level, type Place, places } from '#domain/supervision/codes.ts'
import { latestReview } from '#domain/supervision/faults.ts'
import { isNurseOrDoctor } from '#domain/supervision/raises.ts'
import { placeName } from '#domain/supervision/rule-content.ts'
import type { Role } from '#domain/users/roles.ts'
import { act, useCommandAtPress } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { raiseCells } from './raise-input.ts'
import type { SupervisionView } from './view.ts'

interface RaiseFormProps {
  view: SupervisionView
  role: Role
  onDone: () => void
}

interface Typed {
  level: Level
  where: Place[]
  rationale: string
  evidence: string
}

/** Separation is only ever a signed decision (decision 19), and to the last level nothing is raised. */
const offered: readonly Level[] = ['SUP-1', 'SUP-2', 'SUP-3']

/** Raises at once: four answers and no password (decision 21). */
export function RaiseForm({ view, role, onDone }: RaiseFormProps) {
  const raise = useCommandAtPress(act.supervision.raise.mutate)
  const { rules } = view
  const { inside, outside } = view.standing
  const isOverdue = inside.reason !== 'decided' || outside.reason !== 'decided'
  return (
    <Form<Typed>
      act="Raise now"
      draft={`raise:${view.pair.recordId}`}
      kind="warning"
      save={({ level, where, rationale, evidence }) =>
        raise((pressedAt) => {
          // To the minute, as every time here is typed: it must not lie ahead of the service's clock.
          const startsAt = `${pressedAt.slice(0, 16)}:00.000Z`
          const cells = raiseCells(view, where, level)
          const reviewDueAt = latestReview(rules, startsAt, cells)
          const pairId = view.pair.recordId
          return { pairId, startsAt, reviewDueAt, cells, rationale, evidence }
        })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="Raise supervision now">
        {!isNurseOrDoctor(role) && (
          <p>It holds at once. A registered nurse confirms it within the hour.</p>
        )}
        {isOverdue && (
          <p>
            The review is overdue, and stays so: only a whole assessment that is signed ends it.
          </p>
        )}
        <RadiosField
          name="level"
          legend="To which level?"
          required="Choose the level"
          choices={rules.levels
            .filter(({ code }) => offered.includes(code))
            .map(({ code, name, inside }) => ({ value: code, label: name, hint: inside }))}
        />
        <CheckboxesField
          name="where"
          legend="Where?"
          hint="Every place where the risk is the same."
          required="Choose at least one place"
          choices={places.map((place) => ({
            value: place,
            label: placeName(rules, place),
          }))}
        />
        <NoteField
          name="rationale"
          label="What happened?"
          required="Enter what happened"
          rows={3}
        />
        <NoteField
          name="evidence"
          label="Who saw it, or who said it?"
          required="Enter who saw it or said it"
          rows={2}
        />
      </FormPart>
    </Form>
  )
}
