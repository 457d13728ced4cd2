import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeader } from '../../ui/page-header.tsx'
import { useMay } from '../session/me.ts'

const parts = [
  { to: '/people/culture', label: 'Reflection and supervision' },
  { to: '/people/culture/learning', label: 'What was learnt' },
  { to: '/people/culture/partnership', label: 'Partnership' },
  { to: '/people/culture/spot-checks', label: 'Spot checks', needs: 'spot-check:ask' },
] as const

interface CultureFrameProps {
  actions?: ReactNode
  children: ReactNode
}

/** How the unit reflects and works with others: its parts as tabs, and the one that is open. */
export function CultureFrame({ actions, children }: CultureFrameProps) {
  const mayAsk = useMay('spot-check:ask')
  const shown = parts.filter((part) => mayAsk || !('needs' in part))
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Reflection and partnership"
        actions={actions}
        back={
          <Link to="/people" className="nhsuk-back-link">
            Back to people
          </Link>
        }
      />
      <nav aria-label="Reflection and partnership" className="app-no-print">
        <ul className="app-tabs">
          {shown.map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: true }}
                activeProps={{ 'aria-current': 'page' }}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  )
}
