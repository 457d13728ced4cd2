import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeader } from '../../ui/page-header.tsx'

interface OversightFrameProps {
  title: string
  under?: string
  back: 'assurance' | 'visits' | 'actions' | 'evidence'
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}

const backs = {
  assurance: (
    <Link to="/assurance" className="nhsuk-back-link">
      Back to assurance
    </Link>
  ),
  visits: (
    <Link to="/assurance/visits" className="nhsuk-back-link">
      Back to visits
    </Link>
  ),
  actions: (
    <Link to="/assurance/actions" className="nhsuk-back-link">
      Back to actions
    </Link>
  ),
  evidence: (
    <Link to="/assurance/evidence" className="nhsuk-back-link">
      Back to the evidence
    </Link>
  ),
} as const

/** A page of visits or actions under its heading. */
export function OversightFrame({
  title,
  under,
  back,
  actions,
  wide,
  children,
}: OversightFrameProps) {
  return (
    <div className={wide ? 'app-main app-main--wide' : 'app-main app-main--reading'}>
      <PageHeader title={title} under={under} back={backs[back]} actions={actions} />
      {children}
    </div>
  )
}
