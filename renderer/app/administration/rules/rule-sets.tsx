import { Link } from '@tanstack/react-router'
import { formatDate } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../../api.ts'
import { Section } from '../../../ui/section.tsx'
import { Shown } from '../../../ui/shown.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Ready } from '../../reading.tsx'
import { useMay } from '../../session/me.ts'
import { type KindView, type RevisionHead, StateTag, unapprovedText } from './words.tsx'

/** Every kind of rules by which the app judges: what is in force, who approved it, and what waits. */
export function RuleSets() {
  const kinds = useRead(read.ruleSets.overview.queryOptions(undefined))
  const mayEdit = useMay('rule-sets:edit')
  return (
    <Ready reading={kinds}>
      {(all) => (
        <>
          <Section
            title="Rules in force"
            actions={
              mayEdit && (
                <Link
                  to="/administration/rules/import"
                  className="nhsuk-button nhsuk-button--small"
                >
                  Read rules from a file
                </Link>
              )
            }
          >
            <InForce kinds={all} />
          </Section>
          <Waiting kinds={all} />
        </>
      )}
    </Ready>
  )
}

interface Line {
  kind: KindView
  head: RevisionHead
}

const RevisionLink = ({ kind, head }: Line) => (
  <Link to="/administration/rules/$revisionId" params={{ revisionId: head.id }}>
    {kind.title}
  </Link>
)

function InForce({ kinds }: { kinds: readonly KindView[] }) {
  const rows = kinds.flatMap((kind): Line[] => {
    const head = kind.revisions.find(({ id }) => id === kind.inForce)
    return head ? [{ kind, head }] : []
  })
  return (
    <Table
      caption="Rules in force"
      captionHidden
      rows={rows}
      rowKey={({ head }) => head.id}
      columns={[
        {
          name: 'Rules',
          cell: (line) => <RevisionLink {...line} />,
          sortBy: ({ kind }) => kind.title,
        },
        { name: 'Version', cell: ({ head }) => head.revision, number: true },
        {
          name: 'State',
          cell: ({ kind, head }) => (
            <>
              <StateTag state={head.state} />
              {kind.unapprovedRules > 0 && (
                <p className="app-quiet">{unapprovedText(kind.unapprovedRules)}</p>
              )}
            </>
          ),
        },
        { name: 'Source', cell: ({ head }) => <Shown>{head.source}</Shown> },
        {
          name: 'Approved by',
          cell: ({ head }) => (head.approvedBy ? <Shown>{head.approvedBy}</Shown> : 'Nobody yet'),
        },
        {
          name: 'Review by',
          cell: ({ head }) => (head.reviewDue ? formatDate(head.reviewDue) : 'No date'),
          sortBy: ({ head }) => head.reviewDue ?? '9',
        },
      ]}
    />
  )
}

/** Drafts, newer defaults and what takes effect later. */
function Waiting({ kinds }: { kinds: readonly KindView[] }) {
  const states = ['draft', 'newer-default', 'to-come']
  const rows = kinds.flatMap((kind) =>
    kind.revisions
      .filter(({ state }) => states.includes(state))
      .map((head): Line => ({ kind, head })),
  )
  if (rows.length === 0) return null
  return (
    <Section title="Not in force yet">
      <Table
        caption="Drafts, newer defaults and approved rules that take effect later"
        captionHidden
        rows={rows}
        rowKey={({ head }) => head.id}
        columns={[
          { name: 'Rules', cell: (line) => <RevisionLink {...line} /> },
          { name: 'Version', cell: ({ head }) => head.revision, number: true },
          { name: 'State', cell: ({ head }) => <StateTag state={head.state} /> },
          { name: 'What it changes', cell: ({ head }) => <Shown>{head.changes}</Shown> },
          {
            name: 'Waits for',
            cell: ({ head }) =>
              head.state === 'to-come' ? (
                `${formatDate(head.effectiveFrom.slice(0, 10))}`
              ) : (
                <Tag>A second person</Tag>
              ),
          },
        ]}
      />
    </Section>
  )
}
