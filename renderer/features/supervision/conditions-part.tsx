import type { FieldMessage } from '#domain/shared/failure.ts'
import { changeOf } from '#domain/supervision/change.ts'
import { separationBasisLabels } from '#domain/supervision/record.ts'
import { Banner } from '../../ui/banner.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SecondPersonFields } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { cellsOf, type LevelsTyped } from './decide-input.ts'
import type { SupervisionView } from './view.ts'

interface ConditionsPartProps {
  view: SupervisionView
  /** What the service said still holds the decision back. */
  held: readonly FieldMessage[]
  mayOverride: boolean
}

/** What a separation and a lowering need besides, shown as soon as the levels make it one (decisions 19, 20). */
export function ConditionsPart({ view, held, mayOverride }: ConditionsPartProps) {
  const { separates, lowers } = useWhatItDoes(view)
  return (
    <>
      {separates && <SeparationPart />}
      {lowers && <LoweringPart />}
      {held.length > 0 && <HeldPart held={held} mayOverride={mayOverride} />}
    </>
  )
}

/** On what legal basis mother and baby are kept apart (decision 19). */
export function SeparationPart() {
  return (
    <FormPart title="Legal basis of the separation">
      <RadiosField
        name="legalBasis.kind"
        legend="On what basis are mother and baby kept apart?"
        required="Choose the legal basis of the separation"
        choices={choicesOf(separationBasisLabels)}
      />
      <TextField
        name="legalBasis.document"
        label="The document; or who said it, and when"
        required="Enter the document behind the separation"
      />
    </FormPart>
  )
}

function LoweringPart() {
  return (
    <FormPart title="This lowers supervision">
      <Banner title="Lowering is the decision of the team, signed by two" tone="warning" />
      <TextField name="team" label="Who decided together: names and roles" />
      <TextField
        name="socialWorkerTold.who"
        label="Social worker told first: name (under a plan or an order)"
      />
      <InstantField name="socialWorkerTold.at" legend="When the social worker was told" />
      <SecondPersonFields who="another registered nurse or a doctor" />
    </FormPart>
  )
}

function HeldPart({ held, mayOverride }: Pick<ConditionsPartProps, 'held' | 'mayOverride'>) {
  return (
    <FormPart title="What holds this back">
      {held.map(({ field, message }) => (
        <div key={field}>
          <p>{message}.</p>
          {mayOverride && (
            <NoteField
              name={`because.${field.slice('conditions.'.length)}`}
              label="Override it because (leave empty to do it instead)"
              hint="Your name and reason stand in every report."
              rows={2}
            />
          )}
        </div>
      ))}
      {!mayOverride && <p>A ward manager or a consultant can override some of this by name.</p>}
    </FormPart>
  )
}

/** What the levels and exceptions as chosen now would do, against the last decided ones. */
function useWhatItDoes(view: SupervisionView) {
  const now = useServiceNow()
  const levels = useTyped<LevelsTyped['levels']>('levels')
  const exceptions = useTyped<LevelsTyped['exceptions']>('exceptions')
  const cells = cellsOf({ levels, exceptions })
  const { cells: changes } = changeOf(view, { startsAt: now(), cells })
  return {
    separates: cells.some(({ level }) => level === 'SUP-0'),
    lowers: changes.some(({ kind }) => kind === 'lowering'),
  }
}
