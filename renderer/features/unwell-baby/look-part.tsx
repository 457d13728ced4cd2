import {
  type FindingGroup,
  findingGroupLabels,
  findingLabels,
  findingsIn,
} from '#domain/unwell-baby/findings.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { Looked } from './observation-typed.ts'

const groups: readonly FindingGroup[] = [
  'danger',
  'behaviour',
  'colour',
  'breathing',
  'hydration',
  'other',
  'concern',
  'injury',
]

/**
 * Each group is answered by one press: nothing found, found (then which), or not looked at (then why). What
 * nobody answers stays "not recorded" and the tables say so: nothing is normal by default.
 */
export function LookPart() {
  return (
    <div className="episode-look">
      {groups.map((group) => (
        <GroupField key={group} group={group} />
      ))}
    </div>
  )
}

function GroupField({ group }: { group: FindingGroup }) {
  const label = findingGroupLabels[group]
  return (
    <RadiosField
      name={`groups.${group}.checked`}
      legend={label}
      inline
      choices={[
        { value: 'nothing' satisfies Looked, label: 'Nothing found' },
        { value: 'found' satisfies Looked, label: 'Found' },
        { value: 'not-looked' satisfies Looked, label: 'Not looked at' },
      ]}
      further={(looked) => {
        if (looked === 'found') return <Found group={group} />
        return looked === 'not-looked' ? (
          <TextField
            name={`groups.${group}.because`}
            label="Why not?"
            required={`Enter why “${label}” was not looked at`}
            width={30}
          />
        ) : null
      }}
    />
  )
}

function Found({ group }: { group: FindingGroup }) {
  return (
    <div className="episode-look__found">
      <CheckboxesField
        name={`found.${group}`}
        legend="What was found?"
        required={`Choose what was found: ${findingGroupLabels[group].toLowerCase()}`}
        choices={findingsIn(group).map((code) => ({ value: code, label: findingLabels[code] }))}
      />
    </div>
  )
}
