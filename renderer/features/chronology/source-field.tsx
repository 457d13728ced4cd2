import { SelectField } from '../../ui/form/select-field.tsx'
import type { ChronologyView } from './view.ts'

/** The document on the register in which it stands, where it stands in one. */
export function SourceField({ documents }: Pick<ChronologyView, 'documents'>) {
  if (documents.length === 0) return null
  return (
    <SelectField
      name="receivedId"
      label="Document on the register in which it stands (if it does)"
      prompt="None of them"
      choices={documents.map(({ receivedId, title, from }) => ({
        value: receivedId,
        label: from === '' ? title : `${title}, from ${from}`,
      }))}
    />
  )
}
