import { useNavigate, useParams } from '@tanstack/react-router'
import type { AdmissionCriteria } from '#domain/admission/criteria.ts'
import { type ClauseWords, withClause, withNewClause } from '#domain/admission/editing.ts'
import { Banner } from '../../../ui/banner.tsx'
import { ClauseForm } from './clause-form.tsx'
import { DraftOfCriteria, type DraftView, useChangeCriteria } from './use-draft.tsx'

/** One clause of a draft, new or said in other words. */
export function ClausePage() {
  const { revisionId, clauseId } = useParams({
    from: '/referrals/criteria/$revisionId/clause/$clauseId',
  })
  return (
    <DraftOfCriteria revisionId={revisionId} back="draft">
      {(criteria, revision) => (
        <OneClause criteria={criteria} revision={revision} clauseId={clauseId} />
      )}
    </DraftOfCriteria>
  )
}

interface OneClauseProps {
  criteria: AdmissionCriteria
  revision: DraftView
  /** The clause, or `new`. */
  clauseId: string
}

function OneClause({ criteria, revision, clauseId }: OneClauseProps) {
  const save = useChangeCriteria(revision)
  const navigate = useNavigate()
  const done = () =>
    void navigate({ to: '/referrals/criteria/$revisionId', params: { revisionId: revision.id } })
  const clause = criteria.clauses.find(({ id }) => id === clauseId)
  if (!clause && clauseId !== 'new')
    return <Banner title="This clause is not in the draft any more" />
  const changed = (words: ClauseWords) =>
    clause ? withClause(criteria, clause.id, words) : withNewClause(criteria, words).criteria
  return (
    <ClauseForm
      clause={clause}
      groups={criteria.groups}
      draft={`clause:${revision.id}:${clauseId}`}
      save={(words, reason) => save(changed(words), reason)}
      onDone={done}
    />
  )
}
