import { useState } from 'react'
import type { AuditFilter } from '#domain/audit/filter.ts'
import { act, saveFile } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

interface ExportFormProps {
  filter: AuditFilter
  onDone: () => void
}

interface Typed {
  format: 'xlsx' | 'csv'
  reason: string
}

/** The lines that are shown, and all older ones that fit, as a file; why is kept in the audit. */
export function ExportForm({ filter, onDone }: ExportFormProps) {
  const [said, say] = useState('')
  const save = async ({ format, reason }: Typed) => {
    const reply = await act.audit.export.mutate({ filter, format, reason })
    if (!reply.ok) return reply
    // Bytes cross the bridge as they are; the type of the call says what they would be as JSON.
    const { name, bytes } = reply.value as unknown as { name: string; bytes: Uint8Array }
    const how = await saveFile(name, bytes).catch(() => 'failed' as const)
    if (how === 'saved') onDone()
    say(how === 'failed' ? 'The file could not be saved there. Choose another folder' : '')
    return reply
  }
  return (
    <Form<Typed> act="Save the file" save={save} cancel={{ label: 'Go back', onClick: onDone }}>
      <p>
        The file names patients and staff. That you took it, why and how many entries it has is kept
        in the audit.
      </p>
      <RadiosField
        name="format"
        legend="As what"
        inline
        required="Choose how it is saved"
        choices={[
          { value: 'xlsx', label: 'Spreadsheet (XLSX)' },
          { value: 'csv', label: 'Text (CSV)' },
        ]}
      />
      <TextField name="reason" label="Why it is taken" required="Enter why the file is taken" />
      <p role="status">{said}</p>
    </Form>
  )
}
