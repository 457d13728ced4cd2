import { type ReactNode, useState } from 'react'
import { sourceKindLabels } from '#domain/shared/who-knows-her.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { SourceRow } from './source-row.tsx'
import type { ReferralView, SourceView } from './view.ts'

type SourceInput = InputOf<typeof act.admission.addSource.mutate>

interface SourcesSectionProps {
  view: ReferralView
  mayEdit: boolean
  /** The way to take out one that was entered in error. */
  takeOut: (source: SourceView) => ReactNode
}

/** Who knows her: from them follows who is asked for what. */
export function SourcesSection({ view, mayEdit, takeOut }: SourcesSectionProps) {
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title="Who knows her"
      actions={
        mayEdit &&
        !adding && (
          <Button kind="quiet" small onClick={() => setAdding(true)}>
            Add a service or person
          </Button>
        )
      }
    >
      {view.sources.length === 0 && (
        <p className="app-quiet">
          Nobody is entered yet. Who is asked for what follows from this list.
        </p>
      )}
      <ul className="admission-rows">
        {view.sources.map((source) => (
          <SourceRow
            key={source.recordId}
            view={view}
            source={source}
            mayEdit={mayEdit}
            takeOut={takeOut}
          />
        ))}
      </ul>
      {adding && <SourceForm view={view} onDone={() => setAdding(false)} />}
    </Section>
  )
}

function SourceForm({ view, onDone }: { view: ReferralView; onDone: () => void }) {
  const add = useCommand(act.admission.addSource.mutate)
  return (
    <Form<SourceInput>
      act="Add"
      draft={`source:${view.referral.id}`}
      save={(typed) => add({ ...typed, referralId: view.referral.id })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <SelectField
        name="kind"
        label="What kind of service or person"
        required="Choose what kind of service or person this is"
        choices={choicesOf(sourceKindLabels)}
      />
      <TextField name="name" label="Name" required="Enter the name" />
      <TextField name="telephone" label="Telephone (optional)" inputMode="tel" width={20} />
    </Form>
  )
}
