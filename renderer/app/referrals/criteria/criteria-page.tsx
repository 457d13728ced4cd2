import { Link, useParams } from '@tanstack/react-router'
import {
  type AdmissionCriteria,
  type Clause,
  type ClauseKind,
  criteriaNeed,
} from '#domain/admission/criteria.ts'
import { withoutClause } from '#domain/admission/editing.ts'
import { sourceMarkLabels } from '#domain/shared/source.ts'
import { Banner } from '../../../ui/banner.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { WithdrawForm } from '../../stay/withdraw-form.tsx'
import { DraftOfCriteria, type DraftView, useChangeCriteria } from './use-draft.tsx'

/** The clauses of a draft of the admission criteria: add, change, take out. */
export function CriteriaPage() {
  const { revisionId } = useParams({ from: '/referrals/criteria/$revisionId' })
  return (
    <DraftOfCriteria revisionId={revisionId} back="rules">
      {(criteria, revision) => <Clauses criteria={criteria} revision={revision} />}
    </DraftOfCriteria>
  )
}

const headings: Record<ClauseKind, { title: string; under: string }> = {
  inclusion: {
    title: 'Has to be so',
    under: 'An offer is held until each of these is answered yes.',
  },
  exclusion: {
    title: 'Must not be so',
    under: 'A yes holds the offer; two authorised people may override it by name.',
  },
  defer: {
    title: 'Not now, if so',
    under: 'Another ward comes first; then it is looked at again.',
  },
  stop: {
    title: 'Must not be so, and nobody may override it',
    under: 'A yes, or no answer, holds the offer whoever signs.',
  },
  process: {
    title: 'Measured from what was done',
    under: 'Never asked, and never holds an offer.',
  },
}

interface Draft {
  criteria: AdmissionCriteria
  revision: DraftView
}

function Clauses({ criteria, revision }: Draft) {
  const missing = criteriaNeed(criteria)
  return (
    <>
      <PageHeader
        title={`Clauses of the draft, version ${revision.revision}`}
        under="Referrals that are open stay on their own criteria. Nothing changes until somebody else approves this draft."
        actions={
          <Link
            to="/referrals/criteria/$revisionId/clause/$clauseId"
            params={{ revisionId: revision.id, clauseId: 'new' }}
            className="nhsuk-button nhsuk-button--small"
          >
            Add a clause
          </Link>
        }
      />
      {missing !== undefined && (
        <Banner title="Not ready to be approved" tone="warning">
          <p>{missing}.</p>
        </Banner>
      )}
      {(Object.keys(headings) as ClauseKind[]).map((kind) => {
        const clauses = criteria.clauses.filter((clause) => clause.kind === kind)
        return clauses.length === 0 ? null : (
          <Section key={kind} title={headings[kind].title}>
            <p className="app-quiet">{headings[kind].under}</p>
            <ul className="admission-rows">
              {clauses.map((clause) => (
                <ClauseLine
                  key={clause.id}
                  clause={clause}
                  criteria={criteria}
                  revision={revision}
                />
              ))}
            </ul>
          </Section>
        )
      })}
    </>
  )
}

function ClauseLine({ clause, criteria, revision }: Draft & { clause: Clause }) {
  const save = useChangeCriteria(revision)
  const group = criteria.groups.find(({ id }) => id === clause.group)
  return (
    <li className="admission-row">
      <div className="admission-row__top">
        <div>
          <span className="admission-row__id">{clause.id}</span> <Shown>{clause.title}</Shown>
        </div>
        <Tag tone={clause.mark === 'proposal' || clause.mark === 'memory' ? 'warning' : 'neutral'}>
          {sourceMarkLabels[clause.mark]}
        </Tag>
      </div>
      <p>
        <Shown>{clause.question}</Shown>
      </p>
      <p className="app-quiet">
        {group && `One of a group: ${group.title}. `}
        {clause.answered !== 'asked' && 'Worked out by the app. '}
        {clause.staleAfterDays !== null && `Out of date after ${clause.staleAfterDays} days. `}
        Source: <Shown>{clause.source}</Shown>
      </p>
      {clause.kind !== 'process' && (
        <div className="app-buttons">
          <Link
            to="/referrals/criteria/$revisionId/clause/$clauseId"
            params={{ revisionId: revision.id, clauseId: clause.id }}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            Change <span className="app-hidden">{clause.id}</span>
          </Link>
          <WithdrawForm
            what={clause.id}
            act={`Take ${clause.id} out`}
            draft={`clause-out:${revision.id}:${clause.id}`}
            withdraw={(reason) => save(withoutClause(criteria, clause.id), reason)}
            onDone={() => undefined}
          />
        </div>
      )}
    </li>
  )
}
