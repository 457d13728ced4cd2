import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AdmissionCriteria } from '#domain/admission/criteria.ts'
import { act, type Outputs, read, useCommand, useRead } from '../../../api.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Ready } from '../../reading.tsx'

export type DraftView = Outputs['ruleSets']['revision']

interface DraftOfCriteriaProps {
  revisionId: string
  back: 'rules' | 'draft'
  children: (criteria: AdmissionCriteria, revision: DraftView) => ReactNode
}

/** A draft of the admission criteria that is open to be changed; nothing else is. */
export function DraftOfCriteria({ revisionId, back, children }: DraftOfCriteriaProps) {
  const revision = useRead(read.ruleSets.revision.queryOptions({ id: revisionId }))
  return (
    <div className="app-main app-main--reading">
      <p>
        <Link
          to={
            back === 'rules'
              ? '/administration/rules/$revisionId'
              : '/referrals/criteria/$revisionId'
          }
          params={{ revisionId }}
          className="nhsuk-back-link"
        >
          {back === 'rules' ? 'Back to what the draft changes' : 'Back to the clauses'}
        </Link>
      </p>
      <Ready reading={revision}>
        {(value) =>
          value.state === 'draft' && value.kind === 'admission-criteria' ? (
            children(JSON.parse(value.content) as AdmissionCriteria, value)
          ) : (
            <Banner
              title="Only a draft of the admission criteria can be changed. Begin one first"
              tone="warning"
            />
          )
        }
      </Ready>
    </div>
  )
}

/** Saves the draft with other criteria, and why. Somebody else approves it. */
export function useChangeCriteria({ id, version, title, source, reviewDue, changes }: DraftView) {
  const change = useCommand(act.ruleSets.changeDraft.mutate)
  return (content: AdmissionCriteria, reason: string) =>
    change({ id, version, title, source, reviewDue, changes, reason, content })
}
