import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { read, useRead } from '../../api.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shown } from '../../ui/shown.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { Ready } from '../reading.tsx'
import { familyNames } from './family-names.tsx'
import type { StayView } from './stay-view.ts'

interface StayFormPageProps {
  stayId: string
  title: (stay: StayView) => string
  wide?: boolean
  children: (stay: StayView) => ReactNode
}

/** A page of one act within a stay: its title, the way back, and what is asked. */
export function StayFormPage({ stayId, title, wide, children }: StayFormPageProps) {
  const stay = useRead(read.stays.get.queryOptions({ stayId }))
  return (
    <div className={`app-main ${wide ? 'app-main--wide' : 'app-main--reading'}`}>
      <Ready reading={stay} what="stay">
        {(value) => (
          <>
            <PageHeader
              title={title(value)}
              under={<Shown>{familyNames(value)}</Shown>}
              back={<BackToStay stay={value} />}
            />
            {children(value)}
          </>
        )}
      </Ready>
    </div>
  )
}

export function BackToStay({ stay }: { stay: StayView }) {
  return (
    <Link to="/stays/$stayId" params={{ stayId: stay.stay.id }} className="nhsuk-back-link">
      Back to {stay.bed ? bedTitle(stay.bed.name).replace(/^B/, 'b') : 'the stay'}
    </Link>
  )
}
