import { Button as NhsButton } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { given } from './optional.ts'

interface ButtonProps {
  children: ReactNode
  /** main: the one next thing; quiet: all else; warning: what cannot be taken back. */
  kind?: 'main' | 'quiet' | 'warning'
  small?: boolean
  submit?: boolean
  disabled?: boolean
  onClick?: () => void
  /** What a screen reader says where the words on the button are not enough by themselves. */
  label?: string
  className?: string
}

export function Button({ children, kind = 'main', submit = false, label, ...rest }: ButtonProps) {
  return (
    <NhsButton
      type={submit ? 'submit' : 'button'}
      secondary={kind === 'quiet'}
      warning={kind === 'warning'}
      {...given({ ...rest, 'aria-label': label })}
    >
      {children}
    </NhsButton>
  )
}
