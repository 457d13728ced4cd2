import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ruleSetOriginLabels } from '#domain/rule-sets/revisions.ts'
import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../../api.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { Table } from '../../../ui/table.tsx'
import { Ready } from '../../reading.tsx'
import { Differences } from './differences.tsx'
import { RevisionActs } from './revision-acts.tsx'
import { RulesWithin } from './rules-within.tsx'
import { type RevisionView, StateTag } from './words.tsx'

/** One revision of one kind of rules: where it comes from, what it would change, its rules, its history. */
export function RevisionPage() {
  const { revisionId } = useParams({ from: '/administration/rules/$revisionId' })
  const revision = useRead(read.ruleSets.revision.queryOptions({ id: revisionId }))
  // What was open of one revision is not open of the next.
  return (
    <>
      <p>
        <Link to="/administration/rules" className="nhsuk-back-link">
          Back to the rules
        </Link>
      </p>
      <Ready reading={revision}>{(value) => <OneRevision key={value.id} revision={value} />}</Ready>
    </>
  )
}

function OneRevision({ revision }: { revision: RevisionView }) {
  const [acting, setActing] = useState(false)
  return (
    <>
      <Section title={`${revision.title}, version ${revision.revision}`}>
        <Facts facts={factsOf(revision)} />
        <RevisionActs revision={revision} onActing={setActing} />
      </Section>
      {!acting && (
        <>
          <Differences revision={revision} />
          <RulesWithin rules={revision.rules} approved={revision.approvedAt !== null} />
          <History versions={revision.versions} />
        </>
      )}
    </>
  )
}

function factsOf(revision: RevisionView) {
  const { approvedAt, approvedBy, agreedWith, reviewDue, changes } = revision
  return [
    { name: 'State', value: <StateTag state={revision.state} /> },
    { name: 'Source', value: <Shown>{revision.source}</Shown> },
    { name: 'Comes from', value: ruleSetOriginLabels[revision.origin] },
    ...(changes ? [{ name: 'What it changes', value: <Shown>{changes}</Shown> }] : []),
    {
      name: 'Approved',
      value: approvedAt ? (
        <>
          {formatDateTime(approvedAt)} by <Shown>{approvedBy ?? ''}</Shown>
        </>
      ) : (
        'Nobody in the unit has approved it'
      ),
    },
    ...(agreedWith ? [{ name: 'Agreed with', value: <Shown>{agreedWith}</Shown> }] : []),
    ...(approvedAt
      ? [{ name: 'In force from', value: formatDateTime(revision.effectiveFrom) }]
      : []),
    { name: 'Review by', value: reviewDue ? formatDate(reviewDue) : 'No date' },
  ]
}

function History({ versions }: Pick<RevisionView, 'versions'>) {
  return (
    <Section title="Who wrote it">
      <Table
        caption="Who wrote it"
        captionHidden
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          { name: 'When', cell: ({ recordedAt }) => formatDateTime(recordedAt) },
          { name: 'Who', cell: ({ by }) => <Shown>{by ?? ''}</Shown> },
          {
            name: 'Why',
            cell: ({ version, reason }) => (
              <Shown>{version === 1 ? 'First version' : reason}</Shown>
            ),
          },
        ]}
      />
    </Section>
  )
}
