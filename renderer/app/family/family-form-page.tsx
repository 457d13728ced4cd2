import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { read, useRead } from '../../api.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shown } from '../../ui/shown.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import type { FamilyView } from './family-view.ts'

interface FamilyFormPageProps {
  motherId: string
  title: string
  children: (family: FamilyView) => ReactNode
}

/** A page of one act about a family: its title, the way back, and what is asked. */
export function FamilyFormPage({ motherId, title, children }: FamilyFormPageProps) {
  const family = useRead(read.people.family.queryOptions({ motherId }))
  return (
    <div className="app-main app-main--reading">
      <Ready reading={family} what="family">
        {(value) => (
          <>
            <PageHeader
              title={title}
              back={
                <Link to="/families/$motherId" params={{ motherId }} className="nhsuk-back-link">
                  Back to the people round <Shown>{fullName(value.mother)}</Shown>
                </Link>
              }
            />
            {children(value)}
          </>
        )}
      </Ready>
    </div>
  )
}
