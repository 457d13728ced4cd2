import type { Reply } from '#domain/shared/failure.ts'
import { basisLabels } from '#domain/shared/provenance.ts'
import {
  type FindingCode,
  findingGroupLabels,
  findingGroups,
  findingLabels,
  findingsIn,
  groupOf,
} from '#domain/unwell-baby/findings.ts'
import { type ConcernOwner, concernOwnerLabels, type Mobility } from '#domain/unwell-baby/record.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { QuickBasis } from './concern-input.ts'
import { mobilityLabels } from './words.ts'

/** The concern as the service takes it again, whole. */
export interface ConcernChange {
  whose: ConcernOwner
  words: string
  basis: QuickBasis
  findings: FindingCode[]
  mobility: Mobility
  reason: string
}

interface Typed extends Omit<ConcernChange, 'findings' | 'words'> {
  words?: string
  found?: Partial<Record<string, FindingCode[]>>
}

interface ChangeConcernFormProps {
  draft: string
  concern: {
    whose: ConcernOwner
    words: string
    basis: { kind: QuickBasis['kind']; by?: string; document?: string }
    findings: readonly { code: FindingCode }[]
    mobility: Mobility
  }
  save: (change: ConcernChange) => Promise<Reply<unknown>>
  onDone: () => void
}

/** Says more of the concern, or puts it right. Every sign can be given here; what was reached stays reached. */
export function ChangeConcernForm({ draft, concern, save, onDone }: ChangeConcernFormProps) {
  const codes = concern.findings.map(({ code }) => code)
  const found = Object.fromEntries(
    findingGroups.map((group) => [group, codes.filter((code) => groupOf[code] === group)]),
  )
  return (
    <Form<Typed>
      act="Save the concern"
      draft={draft}
      initial={{
        whose: concern.whose,
        words: concern.words,
        mobility: concern.mobility,
        basis: {
          kind: concern.basis.kind,
          by: concern.basis.by ?? '',
          document: concern.basis.document ?? '',
        },
        found,
      }}
      save={({ found: picked = {}, words = '', ...typed }) =>
        save({ ...typed, words, findings: findingGroups.flatMap((group) => picked[group] ?? []) })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <FormPart title="The concern">
        <p>What the episode has reached stays reached, also where a sign is taken away here.</p>
        <RadiosField
          name="whose"
          legend="Whose worry is it?"
          inline
          required="Say whose worry it is"
          choices={choicesOf(concernOwnerLabels)}
        />
        <RadiosField
          name="basis.kind"
          legend="How is it known?"
          inline
          required="Say how it is known"
          choices={choicesOf(basisLabels)}
          further={(kind) =>
            kind === 'document' ? (
              <TextField
                name="basis.document"
                label="Which document"
                required="Enter which document"
              />
            ) : (
              <TextField
                name="basis.by"
                label="Who said it or saw it"
                required="Enter who said it or saw it"
              />
            )
          }
        />
        <NoteField name="words" label="What is the worry?" rows={2} />
      </FormPart>
      <FormPart title="What was noticed with it">
        <div className="episode-raise__signs">
          {findingGroups.map((group) => (
            <CheckboxesField
              key={group}
              name={`found.${group}`}
              legend={findingGroupLabels[group]}
              choices={findingsIn(group).map((code) => ({
                value: code,
                label: findingLabels[code],
              }))}
            />
          ))}
        </div>
        <RadiosField
          name="mobility"
          legend="Does the baby pull to stand, cruise or walk?"
          inline
          required="Say whether the baby moves about by itself"
          choices={choicesOf(mobilityLabels)}
        />
        <TextField name="reason" label="Why is it changed?" required="Enter why it is changed" />
      </FormPart>
    </Form>
  )
}
