import { type AuditFilter, auditFilter } from '#domain/audit/filter.ts'
import { entryKindKeys, entryKinds } from '#domain/audit/kinds.ts'
import { fieldMessages } from '#domain/shared/field-messages.ts'
import { read, useRead } from '../../api.ts'
import { ConfirmField } from '../../ui/form/confirm-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { FindPerson } from '../people/someone-fields.tsx'

interface FilterFormProps {
  onChosen: (filter: AuditFilter) => void
  onCancel: () => void
}

/** What of the audit is to be shown. */
export function FilterForm({ onChosen, onCancel }: FilterFormProps) {
  const staff = useRead(read.users.staff.queryOptions(undefined))
  const people = staff.state === 'ready' ? staff.value : []
  const choose = (typed: Record<string, unknown>) => {
    const given = Object.fromEntries(
      Object.entries(typed).filter(([, value]) => value !== '' && value !== false),
    )
    const read = auditFilter.safeParse(given)
    if (read.success) onChosen(read.data)
    return Promise.resolve(
      read.success
        ? { ok: true as const, value: null }
        : {
            ok: false as const,
            failure: {
              code: 'invalid' as const,
              message: 'Check what was entered',
              fields: fieldMessages(read.error),
            },
          },
    )
  }
  return (
    <Form<Record<string, unknown>>
      act="Show"
      save={choose}
      cancel={{ label: 'Go back', onClick: onCancel }}
    >
      <RadiosField
        name="_about"
        legend="About whom"
        inline
        choices={[
          { value: 'all', label: 'Anybody' },
          { value: 'one', label: 'One mother, baby or other person' },
        ]}
        further={(value) =>
          value === 'one' && <FindPerson name="personId" searchName="_person-search" />
        }
      />
      <SelectField
        name="kind"
        label="What was done"
        prompt="Anything"
        choices={entryKindKeys.map((value) => ({ value, label: entryKinds[value].label }))}
      />
      <SelectField
        name="staffId"
        label="By whom"
        prompt="Anybody"
        choices={people.map(({ recordId, name }) => ({ value: recordId, label: name }))}
      />
      <DateField name="from" legend="From" />
      <DateField name="to" legend="Until" />
      <ConfirmField name="breakGlass" label="Only what was done under emergency access" />
    </Form>
  )
}
