import { Link } from '@tanstack/react-router'
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
