import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '#domain/shared/calendar.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'
import { type AccountAct, AccountActForm, accountActs } from './account-acts.tsx'
import { type Account, AccountState } from './accounts.tsx'

/** One account, and what can be done with it. */
export function AccountPage() {
  const { userId } = useParams({ from: '/administration/accounts/$userId' })
  const accounts = useRead(read.users.list.queryOptions(undefined))
  return (
    <>
      <p>
        <Link to="/administration/accounts" className="nhsuk-back-link">
          Back to the accounts
        </Link>
      </p>
      <Ready reading={accounts}>
        {(rows) => {
          const account = rows.find(({ id }) => id === userId)
          return account ? (
            <OneAccount account={account} />
          ) : (
            <Banner title="This account is not in the unit" tone="warning" />
          )
        }}
      </Ready>
    </>
  )
}

function OneAccount({ account }: { account: Account }) {
  const me = useMe()
  const [doing, start] = useState<AccountAct>()
  const mayManage = useMay('users:manage')
  const mayReset = useMay('users:reset-start')
  const possible = accountActs(account).filter((act) =>
    act === 'reset' || act === 'unlock'
      ? mayReset && account.id !== me.userId
      : mayManage && account.id !== me.userId,
  )
  return (
    <Section title={account.name}>
      <Facts
        facts={[
          { name: 'Sign-in name', value: <Shown>{account.signInName}</Shown> },
          { name: 'Role', value: roleLabels[account.role] },
          { name: 'State', value: <AccountState account={account} /> },
          { name: 'Registration', value: account.registration ?? 'None recorded' },
          { name: 'Opened by', value: <Shown>{account.openedBy}</Shown> },
        ]}
      />
      {account.leftOn !== null && (
        <p>
          By the staff register they left on {formatDate(account.leftOn)}. Their password opens no
          record here after that day. It still opens a backup of before, if they kept one.
        </p>
      )}
      {doing === undefined ? (
        <div className="app-buttons app-buttons--below">
          {possible.map((act) => (
            <Button key={act} kind="quiet" onClick={() => start(act)}>
              {actLabels[act]}
            </Button>
          ))}
          {account.id === me.userId && <p>This is your own account.</p>}
        </div>
      ) : (
        <AccountActForm act={doing} account={account} onDone={() => start(undefined)} />
      )}
    </Section>
  )
}

const actLabels: Record<AccountAct, string> = {
  role: 'Change the role',
  disable: 'Disable the account',
  enable: 'Open the account again',
  reset: 'Set a new password for them',
  unlock: 'Unlock after wrong tries',
}
