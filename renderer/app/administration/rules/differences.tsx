import { formatDateTime } from '#domain/shared/calendar.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { Table } from '../../../ui/table.tsx'
import { type RevisionView, whereText } from './words.tsx'

/** What would change if this revision took the place of the one in force; nothing for the one that is. */
export function Differences({ revision }: { revision: RevisionView }) {
  const { differences, inForce, mayBeApproved, overtakenBy, followedBy } = revision
  if (!inForce || inForce.id === revision.id) return null
  const title = mayBeApproved
    ? 'What would change if it were approved'
    : `Against version ${inForce.revision}, in force now`
  return (
    <Section title={title}>
      {overtakenBy && (
        <Banner
          title={`Version ${overtakenBy} came into force after this was begun`}
          tone="warning"
        >
          <p>
            What that version changed is changed back by this one, unless it says the same. Look at
            every line below; or begin a new draft from version {overtakenBy}.
          </p>
        </Banner>
      )}
      {followedBy && (
        <Banner
          title={`Version ${followedBy.revision} takes the place of these rules from ${formatDateTime(followedBy.effectiveFrom)}`}
          tone="warning"
        >
          <p>It was approved for that day without knowing of this one.</p>
        </Banner>
      )}
      {differences.length === 0 ? (
        <Banner title={`Nothing: the rules are those of version ${inForce.revision}`} />
      ) : (
        <Table
          caption={title}
          captionHidden
          rows={differences}
          rowKey={({ where }) => where.join('/')}
          columns={[
            { name: 'Rule', cell: ({ where }) => <Shown>{whereText(where)}</Shown> },
            {
              name: `Now, version ${inForce.revision}`,
              cell: ({ was }) => <Shown>{was ?? 'Not there'}</Shown>,
            },
            {
              name: `Version ${revision.revision}`,
              cell: ({ becomes }) => <Shown>{becomes ?? 'Taken out'}</Shown>,
            },
          ]}
        />
      )}
      {mayBeApproved && (
        <p className="app-quiet">
          What was decided before the approval keeps the rules that it was decided under.
        </p>
      )}
    </Section>
  )
}
