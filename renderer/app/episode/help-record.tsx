import { formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import { type Helper, helperLabels } from '#domain/unwell-baby/record.ts'
import { FromPaper } from '../../features/unwell-baby/from-paper.tsx'
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
export function HelpRecord({ view: { help, paper }, onDo }: HelpRecordProps) {
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
              cell: ({ calledAt, calledBy, contactId }) => (
                <>
                  {formatTime(calledAt)} by <Shown>{calledBy}</Shown>
                  <FromPaper entries={paper.entries} id={contactId} />
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
            { name: 'Change', cell: (contact) => <ContactActs contact={contact} onDo={onDo} /> },
          ]}
        />
      )}
      <EarlierCalls contacts={help.contacts} />
    </>
  )
}

/** What the calls said before they were changed. */
function EarlierCalls({ contacts }: { contacts: readonly ContactView[] }) {
  const earlier = contacts.flatMap(({ before }) => before)
  if (earlier.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          What the calls said before they were changed: {earlier.length}
        </span>
      </summary>
      <ul className="nhsuk-details__text">
        {earlier.map((said) => (
          <li key={`${said.recordId}:${said.version}`}>
            <s>
              <Shown>{earlierText(said)}</Shown>
            </s>{' '}
            Changed {formatDateTime(said.changedAt)} by <Shown>{said.changedBy}</Shown>:{' '}
            <Shown>{said.reason}</Shown>
          </li>
        ))}
      </ul>
    </details>
  )
}

const earlierText = (said: ContactView['before'][number]) =>
  [
    `${helperLabels[said.whom as Helper]} rung ${formatDateTime(said.calledAt)} by ${said.calledBy}`,
    said.reachedAt && `reached ${formatDateTime(said.reachedAt)}, ${said.reachedName ?? ''}`,
    said.advice && `“${said.advice}”`,
    said.seenAt && `with the baby ${formatDateTime(said.seenAt)}, ${said.seenBy ?? ''}`,
  ]
    .filter(Boolean)
    .join('; ')

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
      <Button
        kind="quiet"
        small
        label={`Put this call right: ${label}`}
        onClick={() => onDo({ form: 'correct-call', contactId })}
      >
        Put right
      </Button>
    </div>
  )
}
