import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { lagText } from '#domain/shared/late-entry.ts'
import { roleLabels } from '#domain/users/roles.ts'
import type { Outputs } from '../../api.ts'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'

type Version = Outputs['audit']['history']['versions'][number]
type Value = Version['changes'][number]['before']

/** One version: who wrote it, why, and each field that it changed, before and after. */
export function VersionSection({ version: one }: { version: Version }) {
  const isFirst = one.version === 1
  return (
    <Section title={isFirst ? 'Version 1: as first recorded' : `Version ${one.version}`}>
      <p>
        {formatDateTime(one.at)}, <Shown>{one.who}</Shown>
        {one.role && `, ${roleLabels[one.role].toLowerCase()}`}
        {one.what && `: ${one.what}`}{' '}
        {one.lateBy !== null && <Tag tone="warning">Late entry: {lagText(one.lateBy)}</Tag>}{' '}
        {one.withdrawn && <Tag tone="warning">Entered in error</Tag>}
      </p>
      {one.reason && (
        <p>
          Why: <Shown>{one.reason}</Shown>
        </p>
      )}
      {one.changes.length > 0 ? (
        <Table
          caption={`What version ${one.version} says`}
          captionHidden
          rows={one.changes}
          rowKey={({ field }) => field}
          columns={[
            { name: 'Field', cell: ({ label }) => label },
            ...(isFirst
              ? []
              : [
                  {
                    name: 'Before',
                    cell: ({ before }: Version['changes'][number]) => <ValueCell value={before} />,
                  },
                ]),
            {
              name: isFirst ? 'Recorded' : 'After',
              cell: ({ after }) => <ValueCell value={after} />,
            },
          ]}
        />
      ) : (
        <p className="app-quiet">No field changed.</p>
      )}
    </Section>
  )
}

function ValueCell({ value }: { value: Value }) {
  if (value === null) return <span className="app-quiet">empty</span>
  if (value.recordId !== undefined)
    return (
      <Link to="/administration/audit/$recordId" params={{ recordId: value.recordId }}>
        <Shown>{value.text}</Shown>
      </Link>
    )
  return value.text.includes('\n') ? (
    <ShownNote>{value.text}</ShownNote>
  ) : (
    <Shown>{value.text}</Shown>
  )
}
