import type { ReactNode } from 'react'
import { RadiosField } from './radios-field.tsx'

interface YesNoFieldProps {
  name: string
  legend: string
  hint?: string
  required: string
  furtherIfYes?: ReactNode
}

/** Yes or no, sent as true or false; never assumed. */
export function YesNoField({ furtherIfYes, ...rest }: YesNoFieldProps) {
  return (
    <RadiosField
      {...rest}
      inline
      choices={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
      read={(typed) => typed === 'yes'}
      further={(value) => (value === 'yes' ? furtherIfYes : null)}
    />
  )
}
