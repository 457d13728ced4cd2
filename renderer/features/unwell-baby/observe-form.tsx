import type { Reply } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import {
  babyStateLabels,
  carerViewLabels,
  feverReportLabels,
  type ObservationSet,
} from '#domain/unwell-baby/observation.ts'
import { consciousnessLabels, supportLabels } from '#domain/unwell-baby/pews-content.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { LookPart } from './look-part.tsx'
import { type ObservationTyped, observationOf, typedOfSet } from './observation-typed.ts'
import { ReadingsPart } from './readings-part.tsx'
import { levelLabels } from './words.ts'

interface ObserveFormProps {
  episodeId: string
  /** The concern was recognised then: nothing was observed before it. */
  recognisedAt: Instant
  save: (set: ObservationSet) => Promise<Reply<unknown>>
  onDone: () => void
}

/** One set of observations: figures by keyboard in the order of the chart, then what was looked at. */
export function ObserveForm({ episodeId, recognisedAt, save, onDone }: ObserveFormProps) {
  const now = useServiceNow()
  return (
    <div className="episode-observe">
      <Form<ObservationTyped>
        act="Record these observations"
        draft={`observe:${episodeId}`}
        initial={{ observedAt: textOfInstant(now()) }}
        save={(typed) => save(observationOf(typed))}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
      >
        <SetFields recognisedAt={recognisedAt} />
      </Form>
    </div>
  )
}

interface CorrectSetFormProps {
  draft: string
  set: ObservationSet
  recognisedAt: Instant
  save: (set: ObservationSet, reason: string) => Promise<Reply<unknown>>
  onDone: () => void
}

/** A set put right. The bands that it gave stay reached: a correction lowers nothing (decision 24). */
export function CorrectSetForm({ draft, set, recognisedAt, save, onDone }: CorrectSetFormProps) {
  return (
    <div className="episode-observe">
      <Form<ObservationTyped & { reason: string }>
        act="Save the correction"
        draft={draft}
        initial={{ ...typedOfSet(set), observedAt: textOfInstant(set.observedAt) }}
        save={({ reason, ...typed }) => save(observationOf(typed), reason)}
        onSaved={onDone}
        cancel={{ label: 'Go back', onClick: onDone }}
      >
        <p>The set as it was first stays readable, and the bands that it gave stay reached.</p>
        <SetFields recognisedAt={recognisedAt} />
        <TextField name="reason" label="Why is it corrected?" required="Enter why" />
      </Form>
    </div>
  )
}

function SetFields({ recognisedAt }: { recognisedAt: Instant }) {
  return (
    <div className="episode-observe__columns">
      <div>
        <FormPart title="Measured">
          <RadiosField
            name="babyState"
            legend="While it was measured, the baby was"
            inline
            required="Say whether the baby was settled, crying, feeding or asleep"
            choices={choicesOf(babyStateLabels)}
          />
          <ReadingsPart />
          <div className="episode-pair">
            <SelectField
              name="support"
              label="Oxygen"
              prompt="Not recorded"
              choices={choicesOf(supportLabels)}
            />
            <SelectField
              name="consciousness"
              label="Consciousness"
              prompt="Not recorded"
              choices={choicesOf(consciousnessLabels)}
            />
          </div>
          <RadiosField
            name="feverReport"
            legend="Has anybody reported a fever of 38 °C or more?"
            inline
            choices={choicesOf(feverReportLabels)}
          />
        </FormPart>
        <FormPart title="Worry">
          <RadiosField
            name="carerView"
            legend="How is the baby now, in the words of the parent or carer?"
            inline
            choices={choicesOf(carerViewLabels)}
          />
          <Concerns />
          <NoteField name="note" label="Anything else (may stay empty)" rows={2} />
          <InstantField
            name="observedAt"
            legend="Observed at"
            required="Enter when the baby was observed"
            earliest={recognisedAt}
          />
        </FormPart>
      </div>
      <FormPart title="Looked at">
        <LookPart />
      </FormPart>
    </div>
  )
}

const levels = choicesOf(levelLabels)

function Concerns() {
  const view = useTyped<string>('carerView')
  const spoke = view === 'worse' || view === 'same' || view === 'better'
  return (
    <div className="episode-pair">
      <SelectField
        name="staffConcern"
        label="Do you call for more, whatever the score?"
        prompt="No"
        choices={levels}
      />
      {spoke && (
        <SelectField
          name="carerConcern"
          label="Do the carer’s words call for more?"
          prompt="No"
          choices={levels}
        />
      )}
    </div>
  )
}
