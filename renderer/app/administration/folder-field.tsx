import { useFormContext } from 'react-hook-form'
import { chooseFolder } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

interface FolderFieldProps {
  name: string
  label: string
  hint: string
  required?: string
}

/** A folder of this computer by the system's own dialog, or typed where there is none. */
export function FolderField({ name, label, hint, required }: FolderFieldProps) {
  const { setValue } = useFormContext()
  const choose = async () => {
    const chosen = await chooseFolder().catch(() => null)
    if (chosen !== null) setValue(name, chosen, { shouldDirty: true })
  }
  return (
    <>
      <TextField name={name} label={label} hint={hint} {...(required ? { required } : {})} />
      <p>
        <Button kind="quiet" small onClick={() => void choose()}>
          Choose a folder
        </Button>
      </p>
    </>
  )
}
