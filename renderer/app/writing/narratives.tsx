import { useState } from 'react'
import { act, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { Section } from '../../ui/section.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import { useMay } from '../session/me.ts'
import type { Narrative, WrittenView } from './view.ts'

/** What the unit says of the period and of each requirement; each wording stays readable in the history. */
export function Narratives({ view }: { view: WrittenView }) {
  const mayWrite = useMay('assurance:write') && view.report.stage !== 'final'
  const [writing, write] = useState<string>()
  return (
    <Section title="What the unit says">
      {view.narratives.map((one) => (
        <article key={one.requirement} className="app-narrative">
          <h3>
            {one.requirement} {one.short}
          </h3>
          {writing === one.requirement ? (
            <NarrativeForm
              writtenId={view.report.id}
              narrative={one}
              onDone={() => write(undefined)}
            />
          ) : (
            <>
              {one.text ? (
                <ShownNote>{one.text.text}</ShownNote>
              ) : (
                <p className="app-quiet">Nothing is written yet.</p>
              )}
              {mayWrite && writing === undefined && (
                <p>
                  <Button kind="quiet" small onClick={() => write(one.requirement)}>
                    {one.text ? 'Change the words' : 'Write'}{' '}
                    <span className="nhsuk-u-visually-hidden">of {one.short}</span>
                  </Button>
                </p>
              )}
            </>
          )}
        </article>
      ))}
    </Section>
  )
}

interface NarrativeFormProps {
  writtenId: string
  narrative: Narrative
  onDone: () => void
}

function NarrativeForm({ writtenId, narrative, onDone }: NarrativeFormProps) {
  const save = useCommand(act.writing.narrative.mutate)
  const { requirement, version, text, short } = narrative
  return (
    <Form<{ words: string }>
      act="Save the words"
      draft={`report-narrative:${writtenId}:${requirement}`}
      initial={{ words: text?.text ?? '' }}
      save={({ words }) => save({ writtenId, requirement, words, version })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <NoteField
        name="words"
        label={`What the unit says: ${short}`}
        hint="Name nobody. It is printed once somebody else has cleared these very words."
        required="Enter what the unit says"
        rows={6}
      />
    </Form>
  )
}
