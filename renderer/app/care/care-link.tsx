import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../session/me.ts'

interface CareLinkProps {
  stayId: string
  pairId: string
  baby: string
  className: string
}

/** The way to the baby-care log of one baby: from its card, and from the page of the stay. */
export function CareLink({ stayId, pairId, baby, className }: CareLinkProps) {
  const may = useMay('baby-care:read')
  return may ? (
    <Link to="/stays/$stayId/care/$pairId" params={{ stayId, pairId }} className={className}>
      Care log <span className="app-hidden">of {baby}</span>
    </Link>
  ) : null
}

interface CareNameProps extends Omit<CareLinkProps, 'className' | 'baby'> {
  children: ReactNode
}

/** The name of a baby on its card, as the way to the log: a card has no room for a further button. */
export function CareName({ stayId, pairId, children }: CareNameProps) {
  const may = useMay('baby-care:read')
  return may ? (
    <Link to="/stays/$stayId/care/$pairId" params={{ stayId, pairId }}>
      {children}
      <span className="app-hidden">, care log</span>
    </Link>
  ) : (
    children
  )
}
