import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeader } from '../../ui/page-header.tsx'
import { useMay } from '../session/me.ts'

const parts = [
  { to: '/people/training', label: 'Matrix' },
  { to: '/people/training/soon', label: 'What lapses soon' },
  { to: '/people/training/professions', label: 'By profession' },
  { to: '/people/training/courses', label: 'Courses' },
  { to: '/people/training/register', label: 'Register' },
  { to: '/people/training/import', label: 'Import and export', needs: 'training:edit' },
] as const

interface TrainingFrameProps {
  under?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The training register: its parts as tabs, and the one that is open. */
export function TrainingFrame({ under, actions, children }: TrainingFrameProps) {
  const mayEdit = useMay('training:edit')
  const shown = parts.filter((part) => mayEdit || !('needs' in part))
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Staff training"
        under={under}
        actions={actions}
        back={
          <Link to="/people" className="nhsuk-back-link">
            Back to people
          </Link>
        }
      />
      <nav aria-label="Staff training" className="app-no-print">
        <ul className="app-tabs">
          {shown.map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === '/people/training', includeSearch: false }}
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
