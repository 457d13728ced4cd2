import { useState } from 'react'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'

type Unit = Outputs['stays']['unit']

/** Whether staff alone see the wall: only then it shows legal status, supervision and documents (decision 5). */
export function WallSection() {
  const unit = useRead(read.stays.unit.queryOptions(undefined))
  const [changing, change] = useState(false)
  return (
    <Section
      title="The unit on the wall"
      actions={
        !changing && (
          <Button kind="quiet" small onClick={() => change(true)}>
            Change who sees the wall
          </Button>
        )
      }
    >
      <Ready reading={unit}>
        {(value) =>
          changing ? (
            <WallForm unit={value} onDone={() => change(false)} />
          ) : (
            <p>
              {value.staffOnlyWall
                ? 'Confirmed: staff alone see it. By bed, it shows legal status, supervision and unread documents too.'
                : 'Not confirmed as seen by staff alone: it shows running concerns and what is overdue, by bed, and nothing else.'}{' '}
              It never shows a name or a suspicion.
            </p>
          )
        }
      </Ready>
    </Section>
  )
}

function WallForm({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const set = useCommand(act.stays.setStaffOnlyWall.mutate)
  return (
    <Form<Omit<InputOf<typeof act.stays.setStaffOnlyWall.mutate>, 'version'>>
      act="Save who sees the wall"
      save={(input) => set({ ...input, version: unit.version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <YesNoField
        name="staffOnly"
        legend="Does the wall hang where staff alone see it?"
        hint="No patient, visitor or tradesperson, at any time of the day, and not through a window or an open door."
        required="Say whether staff alone see the wall"
      />
      <TextField
        name="reason"
        label="How that is known: which room, who looked"
        required="Enter how that is known"
      />
    </Form>
  )
}
