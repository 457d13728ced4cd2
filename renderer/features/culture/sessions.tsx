import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sessionKindLabels, sessionPromptLabels } from '#domain/culture/codes.ts'
import { agencyLabels } from '#domain/people/record.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { act, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import type { SessionsView, SessionView } from './view.ts'

interface SessionsProps {
  view: SessionsView
  mayEdit: boolean
}

/** The sessions of a year: counts by profession, and names to those alone who may see them. */
export function Sessions({ view, mayEdit }: SessionsProps) {
  const [withdrawing, withdraw] = useState<SessionView>()
  return (
    <>
      {withdrawing && <Withdraw session={withdrawing} onDone={() => withdraw(undefined)} />}
      <Table
        caption="Sessions of the last year"
        captionHidden
        rows={view.sessions}
        rowKey={({ id }) => id}
        empty={
          <Empty>
            No session is on record in the last year. Whoever leads one records it here.
          </Empty>
        }
        columns={[
          {
            name: 'Held',
            cell: ({ heldOn, minutes }) => (
              <>
                <span className="culture-whole">{formatDate(heldOn)}</span>
                <div className="culture-small">{minutes} minutes</div>
              </>
            ),
            sortBy: ({ heldOn }) => heldOn,
          },
          {
            name: 'What it was',
            cell: ({ kind, prompt, episode }) => (
              <>
                {sessionKindLabels[kind]}
                {prompt !== 'ordinary' && (
                  <div className="culture-small">After: {sessionPromptLabels[prompt]}</div>
                )}
                {episode && <div className="culture-small">{episode}</div>}
              </>
            ),
            sortBy: ({ kind }) => sessionKindLabels[kind],
          },
          {
            name: 'Theme and learning',
            cell: ({ themeName, learnt }) => (
              <>
                {themeName}
                {learnt && (
                  <details>
                    <summary>What was learnt</summary>
                    <ShownNote>{learnt}</ShownNote>
                  </details>
                )}
              </>
            ),
          },
          { name: 'Led by', cell: ({ ledBy }) => <Shown>{ledBy}</Shown> },
          { name: 'Who came', cell: (session) => <WhoCame session={session} /> },
          ...(mayEdit
            ? [
                {
                  name: 'Change',
                  cell: (session: SessionView) =>
                    session.came !== null && (
                      <div className="app-buttons">
                        <Link
                          to="/people/culture/sessions/$sessionId"
                          params={{ sessionId: session.id }}
                          aria-label={`Correct the session of ${formatDate(session.heldOn)}`}
                        >
                          Correct
                        </Link>
                        <Button
                          kind="quiet"
                          small
                          label={`Entered in error: the session of ${formatDate(session.heldOn)}`}
                          onClick={() => withdraw(session)}
                        >
                          Entered in error
                        </Button>
                      </div>
                    ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function WhoCame({ session }: { session: SessionView }) {
  const { counts, came, outsideCount, agencies } = session
  return (
    <>
      <div>{counts.map(({ group, n }) => `${n} × ${group.toLowerCase()}`).join('; ')}</div>
      {outsideCount > 0 && (
        <div>
          {outsideCount} from {agencies.map((one) => agencyLabels[one].toLowerCase()).join(', ')}
        </div>
      )}
      {came && (
        <details>
          <summary>By name</summary>
          {came.map(({ id, name }) => (
            <div key={id}>
              <Shown>{name}</Shown>
            </div>
          ))}
        </details>
      )}
    </>
  )
}

function Withdraw({ session, onDone }: { session: SessionView; onDone: () => void }) {
  const withdraw = useCommand(act.culture.withdrawSession.mutate)
  const { id, version } = session
  return (
    <Form<{ reason: string }>
      key={id}
      act="Mark as entered in error"
      kind="warning"
      save={({ reason }) => withdraw({ id, version, reason })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <p>
        {sessionKindLabels[session.kind]}, {formatDate(session.heldOn)}. It counts no more, and
        stays in the record.
      </p>
      <TextField
        name="reason"
        label="Why it was entered in error"
        required="Enter why it was entered in error"
      />
    </Form>
  )
}
