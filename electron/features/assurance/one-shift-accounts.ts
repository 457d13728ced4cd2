import type { OneShiftInput } from '#domain/assurance/one-shift.ts'
import type { Cut, Instant, Period } from '#domain/shared/time.ts'
import { staff, userAccount } from '#drizzle/schema/users.ts'
import { standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const opened = standing(
  userAccount,
  ['recordId', 'staffId', 'expiresAt'],
  't.expires_at is not null',
)
const accounts = standing(userAccount, ['staffId', 'role'])
const register = standing(staff, ['recordId', 'profession', 'employment', 'registration'])

/** Who opened each account and when: its first version says so. */
const firstVersionsSql = `select record_id as id, author, recorded_at as openedAt from user_account
  where version = 1 and expires_at is not null and recorded_at >= @from and recorded_at < @to
    and audit_seq <= @seq`

/** The accounts for one shift that were opened in a period, as they stood at a cut (decision 11). */
export function oneShiftAccounts(db: ReadDb, period: Period, cut: Cut): OneShiftInput[] {
  const first = db.rows<{ id: string; author: string; openedAt: Instant }>(firstVersionsSql, {
    from: period.from,
    to: period.to,
    seq: cut.auditSeq,
  })
  const now = new Map(opened.at(db, cut.auditSeq).map((row) => [row.recordId, row]))
  const people = new Map(register.at(db, cut.auditSeq).map((row) => [row.recordId, row]))
  const roles = new Map(accounts.at(db, cut.auditSeq).map((row) => [row.staffId, row.role]))
  return first.flatMap(({ id, author, openedAt }) => {
    const account = now.get(id)
    const person = account && people.get(account.staffId)
    if (!account?.expiresAt || !person) return []
    const { profession, employment, registration } = person
    const { staffId, expiresAt } = account
    const openedByRole = roles.get(author) ?? ''
    return [{ staffId, profession, employment, registration, openedAt, expiresAt, openedByRole }]
  })
}
