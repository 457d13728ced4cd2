import type { NamedReaderInput } from '#domain/documents/input.ts'
import { goesWithRole } from '#domain/documents/reader-rules.ts'
import type { NamedReader } from '#domain/documents/record.ts'
import { type ReaderRole, readerRoleLabels } from '#domain/documents/rule-content.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { namedReader } from '#drizzle/schema/history-review.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { dutiesBetween } from '../users/shift.ts'
import { staffMember } from '../users/staff-service.ts'
import { type Family, familyOf, peopleIn } from './family.ts'
import { namedReaderRows } from './rows.ts'

export interface ReaderNow extends NamedReader {
  name: string
  /** By name, or by the duty of the shift that admitted her. */
  by: 'name' | 'duty'
}

/** Who fills each part: by name, else for the admitting shift by its duty (decision 10). */
export function readersNow(db: ReadDb, { stayId, arrivedAt }: Family): ReaderNow[] {
  if (stayId === null || arrivedAt === null) return []
  const named = new Map<ReaderRole, ReaderNow>()
  const inCharge = dutiesBetween(db, arrivedAt, arrivedAt).find(
    (duty) => duty.nurseInCharge && duty.startsAt <= arrivedAt && arrivedAt < duty.endsAt,
  )
  if (inCharge)
    named.set('admitting-nurse-in-charge', {
      role: 'admitting-nurse-in-charge',
      staffId: inCharge.staffId,
      name: inCharge.name,
      by: 'duty',
    })
  // The last to be named fills the part.
  for (const { role, staffId } of namedReaderRows(db, [stayId]))
    named.set(role, { role, staffId, name: staffMember(db, staffId).name, by: 'name' })
  return [...named.values()]
}

const roleOf = standing(userAccount, ['recordId', 'role'], 't.staff_id = @staffId')

/** Refuses somebody who could not sign in the part: its role or profession is not theirs. */
function checkFits(db: ReadDb, { role, staffId }: NamedReaderInput): void {
  const { profession, leftOn } = staffMember(db, staffId)
  if (leftOn !== null) refuseField('staffId', 'This member of staff has left. Choose somebody else')
  const fits = goesWithRole(role)
    ? roleOf.at(db, newest, { staffId }).some((account) => account.role === role)
    : profession === 'registered-nurse'
  const who = goesWithRole(role) ? role.replace('-', ' ') : 'nurse'
  if (!fits) refuseField('staffId', `${readerRoleLabels[role]}: choose a ${who}`)
}

/** Names who fills a part in a stay; whoever filled it before is followed by them. */
export function nameReader(ctx: CommandContext, input: NamedReaderInput) {
  const family = familyOf(ctx.db, { stayId: input.stayId })
  if (family.endedAt !== null) refuse('held', 'This stay has ended')
  checkFits(ctx.db, input)
  const before = namedReaderRows(ctx.db, [input.stayId]).find(({ role }) => role === input.role)
  if (before?.staffId === input.staffId)
    refuseField('staffId', 'They fill this part already. Choose somebody else')
  return ctx.write((tx) => {
    const content = { ...input, namedAt: tx.now }
    const made = before
      ? tx.amend(namedReader, before.recordId, before.version, content, 'Another fills this part')
      : tx.insert(namedReader, content)
    return {
      value: { id: made.recordId },
      audit: [
        {
          action: 'document.reader-named',
          entity: 'named_reader',
          entityId: made.recordId,
          entityVersion: made.version,
          patients: peopleIn(family),
          payload: { role: input.role, staff: input.staffId },
        },
      ],
    }
  })
}
