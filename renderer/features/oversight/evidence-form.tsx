import { evidenceKindLabels } from '#domain/oversight/evidence.ts'
import { type Pinnable, pinnableLabels } from '#domain/oversight/pinnable.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { type Outputs, openFile } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FileHashField } from '../../ui/form/file-hash-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { requirementChoices } from './view.ts'

export type EvidenceView = Outputs['oversight']['evidence']
export type Piece = EvidenceView['pieces'][number]

interface Typed {
  source: 'document' | 'record'
  title: string
  kind: keyof typeof evidenceKindLabels
  requirements: string[]
  ownerId: string
  effectiveFrom: string
  effectiveTo?: string
  reviewDue: string
  document?: { revision: string; fileHash: string; fileName: string; keptAt: string }
  /** Type and id in one. */
  record?: string
  reason?: string
}

interface EvidenceFormProps {
  view: EvidenceView
  /** The piece that is replaced; without it, a new one. */
  piece?: Piece
  save: (evidence: Entered, reason: string) => Promise<Reply<unknown>>
  onDone: () => void
}

const enteredOf = ({ source, record, document, effectiveTo, reason: _, ...rest }: Typed) => {
  const [type, id = ''] = (record ?? '').split(' ')
  return {
    ...rest,
    effectiveTo: effectiveTo ?? null,
    document: source === 'document' ? (document ?? null) : null,
    pin: source === 'record' ? { type: type as Pinnable, id } : null,
  }
}
type Entered = ReturnType<typeof enteredOf>

/** A document by its file, or a record of the unit, as evidence for requirements. */
export function EvidenceForm({ view, piece, save, onDone }: EvidenceFormProps) {
  return (
    <Form<Typed>
      act={piece ? 'Save the new revision' : 'Add it'}
      draft={piece ? `evidence-change:${piece.recordId}:${piece.version}` : 'evidence'}
      save={(typed) => save(enteredOf(typed), typed.reason ?? '')}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
      {...(piece ? { initial: initialOf(piece) } : {})}
    >
      <TextField name="title" label="Title" required="Enter a title" />
      <RadiosField
        name="kind"
        legend="What is it?"
        required="Choose what it is"
        choices={choicesOf(evidenceKindLabels)}
      />
      <CheckboxesField
        name="requirements"
        legend="For which requirements"
        required="Choose at least one requirement"
        choices={requirementChoices(view.requirements)}
      />
      <RadiosField
        name="source"
        legend="Where it is"
        required="Choose where it is"
        choices={[
          { value: 'document', label: 'A document', hint: 'Known by the hash of its file.' },
          {
            value: 'record',
            label: 'A record of this unit',
            hint: 'Pinned at the version that stands now. If it changes, somebody looks again.',
          },
        ]}
        further={(source) =>
          source === 'document' ? <DocumentFields /> : <RecordField view={view} />
        }
      />
      <SelectField
        name="ownerId"
        label="Who answers for it"
        required="Choose who answers for it"
        choices={view.owners.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      />
      <DateField
        name="effectiveFrom"
        legend="In effect from"
        required="Enter from when it is in effect"
      />
      <DateField
        name="effectiveTo"
        legend="Last day in effect (optional)"
        hint="Leave it empty if it holds until it is replaced."
      />
      <DateField name="reviewDue" legend="Review due" required="Enter when its review is due" />
      {piece && (
        <TextField name="reason" label="Why it is changed" required="Enter why it is changed" />
      )}
    </Form>
  )
}

const initialOf = (piece: Piece) => ({
  title: piece.title,
  kind: piece.kind,
  requirements: piece.requirements,
  ownerId: piece.ownerId,
  source: piece.pinnedId === null ? 'document' : 'record',
  effectiveFrom: piece.effectiveFrom,
  effectiveTo: piece.effectiveTo ?? '',
  reviewDue: piece.reviewDue,
  ...(piece.pinnedId === null
    ? { document: { revision: piece.revision ?? '', keptAt: piece.keptAt ?? '' } }
    : { record: `${piece.pinnedType} ${piece.pinnedId}` }),
})

const DocumentFields = () => (
  <>
    <FileHashField
      name="document.fileHash"
      nameOfFile="document.fileName"
      legend="The file"
      hint="The file stays where it is kept; the app keeps its hash, so that a change of it shows."
      required="Choose the file"
      choose={() => openFile([])}
    />
    <TextField name="document.revision" label="Revision" required="Enter the revision" width={20} />
    <TextField name="document.keptAt" label="Where it is kept" required="Enter where it is kept" />
  </>
)

const RecordField = ({ view }: { view: EvidenceView }) => (
  <SelectField
    name="record"
    label="Which record"
    required="Choose a record"
    choices={view.pinnable.map(({ type, id, title }) => ({
      value: `${type} ${id}`,
      label: `${pinnableLabels[type]}: ${title.slice(0, 80)}`,
    }))}
  />
)
