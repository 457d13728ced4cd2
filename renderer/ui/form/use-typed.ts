import { useFormContext, useWatch } from 'react-hook-form'

/** What is typed now in another field of the same form; for fields that depend on it. */
export function useTyped<Typed>(name: string): Typed | undefined {
  const { control } = useFormContext()
  return useWatch({ control, name }) as Typed | undefined
}
