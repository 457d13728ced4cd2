import { formatTime } from '#domain/shared/calendar.ts'
import type { ContactView, EpisodeView } from '../../features/unwell-baby/view.ts'
import { Button } from '../../ui/button.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Do } from './doing.ts'

interface HelpRecordProps {
  view: EpisodeView
  onDo: Do
}

/** What the route demands and whether it was met; then every call. */
export function HelpRecord({ view: { help }, onDo }: HelpRecordProps) {
  return (
    <>
      <Table
        caption="What the routes demand"
        captionHidden
        rows={help.demands}
        rowKey={({ key }) => key}
        columns={[
          { name: 'What', cell: ({ text }) => <strong>{text}</strong> },
          { name: 'Because of', cell: ({ bandLabel }) => bandLabel },
          { name: 'Limit', cell: ({ dueAt }) => formatTime(dueAt) },
          {
            name: 'Met',
            cell: ({ metAt, late }) => (
              <>
                {metAt ? formatTime(metAt) : 'Not yet'} {late && <Tag tone="late">LATE</Tag>}
              </>
            ),
          },
        ]}
      />
      {help.contacts.length > 0 && (
        <Table
          caption="Calls"
          rows={help.contacts}
          rowKey={({ contactId }) => contactId}
          columns={[
            { name: 'Whom', cell: ({ label }) => <strong>{label}</strong> },
            {
              name: 'Rung',
              cell: ({ calledAt, calledBy }) => (
                <>
                  {formatTime(calledAt)} by <Shown>{calledBy}</Shown>
                </>
              ),
            },
            { name: 'Reached', cell: reachedCell },
            {
              name: 'Advice',
              cell: ({ advice, reference, transferAdvised }) =>
                [advice, reference, transferAdvised ? 'Transfer advised' : '']
                  .filter(Boolean)
                  .join('. '),
            },
            {
              name: 'With the baby',
              cell: ({ seenAt, seenBy }) =>
                seenAt ? `${formatTime(seenAt)} ${seenBy ?? ''}` : 'Not yet',
            },
            { name: 'Add', cell: (contact) => <ContactActs contact={contact} onDo={onDo} /> },
          ]}
        />
      )}
    </>
  )
}

const reachedCell = ({ reachedAt, reachedName }: ContactView) =>
  reachedAt ? (
    <>
      {formatTime(reachedAt)} <Shown>{reachedName ?? ''}</Shown>
    </>
  ) : (
    <Tag tone="warning">Not reached</Tag>
  )

function ContactActs({ contact, onDo }: { contact: ContactView; onDo: Do }) {
  const { contactId, whom, label, reachedAt, seenAt } = contact
  return (
    <div className="app-buttons">
      <Button
        kind="quiet"
        small
        label={`${reachedAt ? 'What they said' : 'Reached'}: ${label}`}
        onClick={() => onDo({ form: 'spoken', contactId })}
      >
        {reachedAt ? 'What they said' : 'Reached'}
      </Button>
      {!seenAt && (
        <Button
          kind="quiet"
          small
          label={`With the baby: ${label}`}
          onClick={() => onDo({ form: 'seen', contactId, whom })}
        >
          With the baby
        </Button>
      )}
    </div>
  )
}
