import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Place } from '#domain/unwell-baby/body-map.ts'
import { type MarkKind, markKindLabels } from '#domain/unwell-baby/body-map-marks.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import { given } from '../../ui/optional.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import type { DrawnMark } from './body-figure.tsx'
import { BodyMapField } from './body-map-field.tsx'

interface MarkTyped {
  place: Place
  markKind: MarkKind
  sizeMm?: number
  colour?: string
  description: string
  seenAt: Instant
  seenBy: string
  explanation?: string
  explainedBy?: string
  heldBy: string
}

/** A mark as the service takes it. */
export const markOf = ({ place, sizeMm, ...typed }: MarkTyped) => ({
  ...typed,
  ...place,
  sizeMm: sizeMm ?? null,
})
export type MarkInput = ReturnType<typeof markOf>

interface MarkFormProps {
  /** The name under which what is typed is kept until it is saved. */
  draft?: string
  myName: string
  marks: readonly DrawnMark[]
  /** Who held the baby, as it was said of an earlier mark. */
  heldBy: string
  save: (mark: MarkInput) => Promise<Reply<unknown>>
  onDone: () => void
}

/** One bruise, injury or mark: where, what, how large, what colour, seen when and by whom. No photograph. */
export function MarkForm({ draft, myName, marks, heldBy, save, onDone }: MarkFormProps) {
  const now = useServiceNow()
  return (
    <Form<MarkTyped>
      act="Put it on the body map"
      {...given({ draft })}
      initial={{ seenAt: textOfInstant(now()), seenBy: myName, heldBy }}
      save={(typed) => save(markOf(typed))}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="A mark on the body map">
        <p>
          Write down what you see, and explanations in the speaker’s own words. Do not judge the
          explanation, and take no photograph with the unit’s or your own device: the paediatrician
          arranges that.
        </p>
        <div className="body-map__form">
          <BodyMapField name="place" marks={marks} />
          <div>
            <SelectField
              name="markKind"
              label="What is it?"
              required="Choose what it is"
              choices={choicesOf(markKindLabels)}
            />
            <WholeNumberField
              name="sizeMm"
              label="Size at the widest, in millimetres"
              hint="Leave it empty if nobody measured it."
              least={1}
              most={500}
            />
            <TextField name="colour" label="Colours, in words" />
            <TextField
              name="description"
              label="What it looks like: shape, edges, skin broken or not"
              required="Enter what it looks like"
            />
            <InstantField name="seenAt" legend="Seen at" required="Enter when it was seen" />
            <TextField name="seenBy" label="Seen by" required="Enter who saw it" />
            <NoteField
              name="explanation"
              label="The explanation, in the speaker’s own words (if any)"
              rows={2}
            />
            <TextField name="explainedBy" label="Whose words are these?" />
            <NoteField
              name="heldBy"
              label="Who held the baby in the last 24 hours?"
              required="Enter who held the baby, as far as it is known"
              rows={2}
            />
          </div>
        </div>
      </FormPart>
    </Form>
  )
}
