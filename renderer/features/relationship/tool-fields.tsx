import { directionText } from '#domain/relationship/score-chart.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FormRow } from '../../ui/form/part.tsx'
import { Repeat } from '../../ui/form/repeat.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import type { RelationshipView } from './view.ts'

interface ToolFieldsProps {
  tools: RelationshipView['tools']
  today: string
}

/** The tools that were scored: figures and a day alone. Their wording may be licensed, and is not kept here. */
export function ToolFields({ tools, today }: ToolFieldsProps) {
  return (
    <Repeat
      name="tools"
      least={0}
      most={8}
      addLabel="Add the scores of a tool"
      removeLabel={(index) => `Take tool ${index + 1} out`}
    >
      {(prefix, index) => (
        <>
          <FormRow>
            <SelectField
              name={`${prefix}.toolId`}
              label={`Tool ${index + 1}`}
              required="Choose the tool"
              choices={tools.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <DateField
              name={`${prefix}.scoredOn`}
              legend="Scored on"
              required="Enter the day that it was scored"
              latest={today}
            />
          </FormRow>
          <Scales prefix={prefix} tools={tools} />
        </>
      )}
    </Repeat>
  )
}

function Scales({ prefix, tools }: { prefix: string; tools: RelationshipView['tools'] }) {
  const toolId = useTyped<string>(`${prefix}.toolId`)
  const tool = tools.find(({ id }) => id === toolId)
  if (!tool) return null
  return (
    <>
      <p className="app-quiet">{directionText(tool)} Leave a scale empty that was not scored.</p>
      <div className="relationship-scales">
        {tool.scales.map(({ id, name }, index) => (
          <TextField
            key={`${tool.id} ${id}`}
            name={`${prefix}.scores.${index}.score`}
            label={name}
            width={4}
            inputMode="numeric"
            check={(typed) =>
              /^-?\d{1,3}$/.test(typed.trim())
                ? undefined
                : 'Enter a whole number in figures, such as 3'
            }
            read={(typed) => Number(typed.trim())}
          />
        ))}
      </div>
    </>
  )
}
