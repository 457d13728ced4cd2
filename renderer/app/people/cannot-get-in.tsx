import { useState } from 'react'
import { formatTime } from '#domain/shared/calendar.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ResetForm } from '../administration/reset-form.tsx'
import { UnlockForm } from '../administration/unlock-form.tsx'
import { Ready } from '../reading.tsx'

type Person = Outputs['users']['resettable'][number]
type Doing = { what: 'reset' | 'unlock'; person: Person }

/** For the nurse in charge: who is locked after wrong tries, and a new password for somebody who is here. */
export function CannotGetIn({ onDone }: { onDone: () => void }) {
  const people = useRead(read.users.resettable.queryOptions(undefined))
  const [doing, start] = useState<Doing>()
  const done = () => start(undefined)
  if (doing) {
    const { userId, name } = doing.person
    const Act = doing.what === 'reset' ? ResetForm : UnlockForm
    return <Act userId={userId} name={name} onDone={done} />
  }
  return (
    <Section
      title="Somebody cannot get in"
      actions={
        <Button kind="quiet" small onClick={onDone}>
          Close
        </Button>
      }
    >
      <Ready reading={people}>
        {(rows) => (
          <Table
            caption="Accounts"
            captionHidden
            rows={rows}
            rowKey={({ userId }) => userId}
            empty={<Empty>There is nobody whose password you can set.</Empty>}
            columns={[
              {
                name: 'Name',
                cell: ({ name }) => <Shown>{name}</Shown>,
                sortBy: ({ name }) => name,
              },
              { name: 'Role', cell: ({ role }) => roleLabels[role] },
              {
                name: 'State',
                cell: ({ lockedUntil }) =>
                  lockedUntil && <Tag tone="warning">Locked until {formatTime(lockedUntil)}</Tag>,
              },
              {
                name: 'Act',
                cell: (person) => <Acts person={person} start={start} />,
              },
            ]}
          />
        )}
      </Ready>
    </Section>
  )
}

function Acts({ person, start }: { person: Person; start: (doing: Doing) => void }) {
  return (
    <div className="app-buttons">
      {person.lockedUntil && (
        <Button
          kind="quiet"
          small
          label={`Unlock ${person.name}`}
          onClick={() => start({ what: 'unlock', person })}
        >
          Unlock
        </Button>
      )}
      {person.mayReset && (
        <Button
          kind="quiet"
          small
          label={`Set a new password for ${person.name}`}
          onClick={() => start({ what: 'reset', person })}
        >
          New password
        </Button>
      )}
    </div>
  )
}
