import { likeness } from '#domain/documents/author.ts'
import { contentsAt } from '#domain/documents/contents.ts'
import type { StandInInput } from '#domain/documents/input.ts'
import { goesWithRole, mayStandIn } from '#domain/documents/reader-rules.ts'
import { requiredReaders } from '#domain/documents/required-readers.ts'
import {
  historyDocuments,
  type ReaderRole,
  readerRoleLabels,
} from '#domain/documents/rule-content.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { Role } from '#domain/users/roles.ts'
import { readerStandIn } from '#drizzle/schema/history-review.ts'
import { userAccount } from '#drizzle/schema/users.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { listStaff, staffMember } from '../users/staff-service.ts'
import { familyOfDocument, peopleIn } from './family.ts'
import { fileById, type RegisterFile } from './files.ts'
import { type ReaderNow, readersNow } from './readers.ts'
import type { ContentRow } from './rows.ts'

const accounts = standing(userAccount, ['staffId', 'role'])

/** Whether an author of what stands on the line is, or may be, somebody of this name. */
const isAuthor = (file: RegisterFile, name: string, at: Instant): boolean =>
  (contentsAt(file, at) as ContentRow[]).some(({ writer }) => likeness(writer, name) !== 'no')

/** Those who fill a part: with its role, or by name. */
function holdersOf(db: ReadDb, role: ReaderRole, readers: readonly ReaderNow[]): string[] {
  if (!goesWithRole(role)) return readers.filter((one) => one.role === role).map(({ name }) => name)
  const ids = new Set(
    accounts
      .at(db, newest)
      .filter((one) => one.role === role)
      .map(({ staffId }) => staffId),
  )
  return listStaff(db)
    .filter(({ recordId, leftOn }) => ids.has(recordId) && leftOn === null)
    .map(({ name }) => name)
}

/** Whether a part of the readers is left to an author alone: then somebody has to stand in (decision 10). */
export function isLeftToItsAuthor(
  db: ReadDb,
  file: RegisterFile,
  role: ReaderRole,
  readers: readonly ReaderNow[],
  at: Instant,
): boolean {
  const holders = holdersOf(db, role, readers)
  return holders.length > 0 && holders.every((name) => isAuthor(file, name, at))
}

/**
 * Names who reads one document in the part of its author, where nobody else fills that part. The ward manager alone, with
 * the reason; each is shown with the document and counted in the report.
 */
export function nameStandIn(ctx: CommandContext, input: StandInInput) {
  if (ctx.actor.role !== 'ward-manager')
    refuse('not-permitted', 'The ward manager names who stands in for a reader')
  const file = fileById(ctx.db, input.documentId)
  const family = familyOfDocument(ctx.db, file.document)
  const set = ruleInForce(ctx.db, historyDocuments, ctx.now).content
  if (!requiredReaders(file, set, ctx.now).some(({ role }) => role === input.role))
    refuseField('role', 'Nobody has to read this document in this part')
  if (!isLeftToItsAuthor(ctx.db, file, input.role, readersNow(ctx.db, family), ctx.now))
    refuseField(
      'role',
      `Somebody who did not write it fills the part of ${readerRoleLabels[input.role].toLowerCase()}: they read it. Name them as the reader`,
    )
  checkStandIn(ctx, file, input)
  return ctx.write((tx) => {
    const before = file.standIns.find(({ role }) => role === input.role)
    const content = { ...input, namedAt: tx.now }
    const made = before
      ? tx.amend(readerStandIn, before.recordId, before.version, content, 'Another stands in')
      : tx.insert(readerStandIn, content)
    return {
      value: { id: made.recordId },
      audit: [
        {
          action: 'document.stand-in-named',
          entity: 'reader_stand_in',
          entityId: made.recordId,
          entityVersion: made.version,
          patients: peopleIn(family),
          payload: { document: input.documentId, role: input.role, staff: input.staffId },
        },
      ],
    }
  })
}

function checkStandIn(ctx: CommandContext, file: RegisterFile, input: StandInInput): void {
  const { name, profession, leftOn } = staffMember(ctx.db, input.staffId)
  if (leftOn !== null) refuseField('staffId', 'This member of staff has left. Choose somebody else')
  if (isAuthor(file, name, ctx.now))
    refuseField('staffId', 'The author has this name, or one like it. Choose somebody else')
  const account = accounts.at(ctx.db, newest).find(({ staffId }) => staffId === input.staffId)
  if (!mayStandIn(input.role, { profession, role: (account?.role ?? null) as Role | null }))
    refuseField('staffId', 'Choose another doctor, a ward manager or the safeguarding lead')
}
