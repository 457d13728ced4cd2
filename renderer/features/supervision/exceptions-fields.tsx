import { activities, cellLevels, levelsIn, type Place, places } from '#domain/supervision/codes.ts'
import { levelName, placeName, type SupervisionRules } from '#domain/supervision/rule-content.ts'
import { FormRow } from '../../ui/form/part.tsx'
import { Repeat } from '../../ui/form/repeat.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'

/** A level of its own for one activity in one place, such as bathing. */
export function ExceptionsFields({ rules }: { rules: SupervisionRules }) {
  return (
    <Repeat
      name="exceptions"
      least={0}
      most={12}
      addLabel="Add a level for one activity"
      removeLabel={(index) => `Take exception ${index + 1} out`}
    >
      {(prefix) => (
        <FormRow>
          <SelectField
            name={`${prefix}.place`}
            label="Where"
            required="Choose where the exception holds"
            choices={places.map((value) => ({ value, label: placeName(rules, value) }))}
          />
          <SelectField
            name={`${prefix}.activity`}
            label="Activity"
            required="Choose the activity"
            choices={activities
              .filter((value) => value !== 'all')
              .map((value) => ({
                value,
                label: rules.activities.find(({ code }) => code === value)?.name ?? value,
              }))}
          />
          <LevelField prefix={prefix} rules={rules} />
          <TextField name={`${prefix}.note`} label="Why, and what it rests on" />
        </FormRow>
      )}
    </Repeat>
  )
}

function LevelField({ prefix, rules }: { prefix: string; rules: SupervisionRules }) {
  const place = useTyped<Place | ''>(`${prefix}.place`)
  return (
    <SelectField
      name={`${prefix}.level`}
      label="Level"
      required="Choose the level"
      choices={(place ? levelsIn(place) : cellLevels).map((value) => ({
        value,
        label: levelName(rules, value),
      }))}
    />
  )
}
