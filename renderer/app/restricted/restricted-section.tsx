import { useState } from 'react'
import { dateOf, formatTime } from '#domain/shared/calendar.ts'
import { act, type InputOf, read, useCommand, useRead } from '../../api.ts'
import { RestrictedEntries } from '../../features/restricted/entries.tsx'
import { EntryForm } from '../../features/restricted/entry-form.tsx'
import { OpenForm } from '../../features/restricted/open-form.tsx'
import type {
  RestrictedEntry,
  RestrictedPerson,
  RestrictedView,
} from '../../features/restricted/view.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMe } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'

type Doing =
  | { what: 'add' }
  | { what: 'change' | 'withdraw'; entry: RestrictedEntry }
  | { what: 'open'; person: RestrictedPerson }

/** Entries that the mother, a partner or others must not see: in no print, no copy and on no other page. */
export function RestrictedSection({ of }: { of: { stayId: string } | { referralId: string } }) {
  const view = useRead(read.restricted.view.queryOptions(of))
  return (
    <Ready reading={view} what="entries">
      {(value) => <Restricted view={value} />}
    </Ready>
  )
}

function Restricted({ view }: { view: RestrictedView }) {
  const [doing, start] = useState<Doing>()
  const done = () => start(undefined)
  return (
    <Section
      title="Restricted entries"
      actions={
        doing === undefined && (
          <Button kind="quiet" small onClick={() => start({ what: 'add' })}>
            Write a restricted entry
          </Button>
        )
      }
    >
      <p className="app-quiet">
        What the mother, a partner or others must not see. It is in no print, no copy of the record
        and on no other page. Turn the screen before you open it.
      </p>
      {doing ? (
        <Act doing={doing} view={view} onDone={done} />
      ) : (
        <>
          {view.people.map((person) => (
            <Hidden
              key={person.id}
              person={person}
              onOpen={() => start({ what: 'open', person })}
            />
          ))}
          {view.entries.length > 0 ? (
            <RestrictedEntries
              entries={view.entries}
              onChange={(entry) => start({ what: 'change', entry })}
              onWithdraw={(entry) => start({ what: 'withdraw', entry })}
            />
          ) : (
            view.people.every(({ hidden }) => hidden === 0) && <p>There are none.</p>
          )}
        </>
      )}
    </Section>
  )
}

/** That there are entries which this person may not read, and the way to them in an emergency. */
function Hidden({ person, onOpen }: { person: RestrictedPerson; onOpen: () => void }) {
  const { name, hidden, openUntil } = person
  if (openUntil)
    return (
      <p>
        Open for you in an emergency until {formatTime(openUntil)}: <Shown>{name}</Shown>.
      </p>
    )
  if (hidden === 0) return null
  return (
    <p>
      {hidden} {hidden === 1 ? 'entry' : 'entries'} about <Shown>{name}</Shown> that you may not
      read. Ask the ward manager, the consultant or the safeguarding lead.{' '}
      <Button kind="quiet" small label={`Open in an emergency: ${name}`} onClick={onOpen}>
        Open in an emergency
      </Button>
    </p>
  )
}

interface ActProps {
  doing: Doing
  view: RestrictedView
  onDone: () => void
}

function Act({ doing, view, onDone }: ActProps) {
  const me = useMe()
  const today = dateOf(useServiceNow()())
  const add = useCommand(act.restricted.add.mutate)
  const change = useCommand(act.restricted.change.mutate)
  const withdraw = useCommand(act.restricted.withdraw.mutate)
  switch (doing.what) {
    case 'add':
      return (
        <EntryForm<InputOf<typeof act.restricted.add.mutate>>
          people={view.people}
          today={today}
          save={(typed) => add(typed)}
          onDone={onDone}
        />
      )
    case 'change':
      return (
        <EntryForm<Omit<InputOf<typeof act.restricted.change.mutate>, 'id' | 'version'>>
          people={view.people}
          today={today}
          entry={doing.entry}
          save={(typed) => change({ ...typed, id: doing.entry.id, version: doing.entry.version })}
          onDone={onDone}
        />
      )
    case 'withdraw':
      return (
        <WithdrawForm
          what="this restricted entry"
          draft={`restricted-withdraw:${doing.entry.id}`}
          withdraw={(reason) =>
            withdraw({ id: doing.entry.id, version: doing.entry.version, reason })
          }
          onDone={onDone}
        />
      )
    case 'open':
      return <OpenForm person={doing.person} signer={me.name} onDone={onDone} />
  }
}
