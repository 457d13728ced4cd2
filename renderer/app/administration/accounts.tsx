import { Link } from '@tanstack/react-router'
import { dateOf, formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { type Outputs, read, useRead } from '../../api.ts'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { WaitingResets } from './waiting-resets.tsx'

export type Account = Outputs['users']['list'][number]

/** Everybody who can sign in, and password resets that wait for a second word. */
export function Accounts() {
  const accounts = useRead(read.users.list.queryOptions(undefined))
  const mayManage = useMay('users:manage')
  const mayConfirm = useMay('users:reset-confirm')
  return (
    <>
      {mayConfirm && <WaitingResets />}
      <Section
        title="Accounts"
        actions={
          mayManage && (
            <Link to="/administration/accounts/open" className="nhsuk-button nhsuk-button--small">
              Open an account
            </Link>
          )
        }
      >
        <Ready reading={accounts}>{(rows) => <AccountTable accounts={rows} />}</Ready>
      </Section>
    </>
  )
}

function AccountTable({ accounts }: { accounts: readonly Account[] }) {
  return (
    <Table
      caption="Accounts"
      captionHidden
      rows={accounts}
      rowKey={({ id }) => id}
      columns={[
        {
          name: 'Name',
          cell: ({ id, name }) => (
            <Link to="/administration/accounts/$userId" params={{ userId: id }}>
              <Shown>{name}</Shown>
            </Link>
          ),
          sortBy: ({ name }) => name,
        },
        {
          name: 'Sign-in name',
          cell: ({ signInName }) => <Shown>{signInName}</Shown>,
          sortBy: ({ signInName }) => signInName,
        },
        {
          name: 'Role',
          cell: ({ role }) => roleLabels[role],
          sortBy: ({ role }) => roleLabels[role],
        },
        { name: 'State', cell: (account) => <AccountState account={account} /> },
      ]}
    />
  )
}

/** Whether somebody can sign in with it now. */
export function AccountState({ account }: { account: Account }) {
  const now = useServiceNow()
  if (account.disabled) return <Tag>Disabled</Tag>
  if (account.leftOn !== null && account.leftOn < dateOf(now())) return <Tag>Left the unit</Tag>
  if (account.lockedUntil)
    return <Tag tone="warning">Locked until {formatTime(account.lockedUntil)}</Tag>
  if (account.expiresAt === null && !account.hasKey)
    return <Tag tone="warning">No password opens it</Tag>
  if (account.expiresAt === null) return <Tag tone="good">Open</Tag>
  return account.expiresAt <= now() ? (
    <Tag>One shift, over</Tag>
  ) : (
    <Tag tone="info">One shift, until {formatDateTime(account.expiresAt)}</Tag>
  )
}
