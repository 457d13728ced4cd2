import { safeToContactLabels } from '#domain/people/record.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

/** Whether somebody may be contacted (decision 30): every letter, script and duty obeys it. */
export function ContactSafetyFields({ prefix }: { prefix: string }) {
  return (
    <RadiosField
      name={`${prefix}safeToContact`}
      legend="Is it safe to contact them?"
      required="Say whether contact is safe"
      choices={choicesOf(safeToContactLabels)}
      further={(value) =>
        value === 'only-through' && (
          <TextField
            name={`${prefix}contactThrough`}
            label="Through whom"
            required="Enter through whom they may be contacted"
          />
        )
      }
    />
  )
}
