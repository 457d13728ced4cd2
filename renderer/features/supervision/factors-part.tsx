import { factorAnswerLabels, factorLabels, factors } from '#domain/supervision/factors.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { NoteField } from '../../ui/form/note-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'

/** What is asked of every assessment, each by itself (domain.md 4.1); a yes says what it means. */
export function FactorsPart() {
  return (
    <FormPart title="Is there a risk to the baby from">
      {factors.map((factor) => (
        <RadiosField
          key={factor}
          name={`factors.${factor}.answer`}
          legend={factorLabels[factor]}
          required={`Choose yes, no or not known: ${factorLabels[factor].toLowerCase()}`}
          inline
          choices={choicesOf(factorAnswerLabels)}
          further={(answer) =>
            answer === 'yes' && factor !== 'court-limits' ? (
              <NoteField
                name={`factors.${factor}.note`}
                label="What it means for the baby, and where"
                required="Enter what it means for the baby"
                rows={2}
              />
            ) : null
          }
        />
      ))}
    </FormPart>
  )
}
