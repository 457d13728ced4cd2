import { clashesOf } from '#domain/chronology/clashes.ts'
import { gapsOf } from '#domain/chronology/gaps.ts'
import { inOrder } from '#domain/chronology/line.ts'
import { historyAnalysis } from '#domain/chronology/rule-content.ts'
import { contentsAt } from '#domain/documents/contents.ts'
import { registerStanding } from '#domain/documents/register.ts'
import { handlingOf, historyDocuments } from '#domain/documents/rule-content.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { missingFrom, rowsOf } from '../documents/expect-service.ts'
import { familyOf, type RegisterOf } from '../documents/family.ts'
import { filesOf } from '../documents/files.ts'
import type { ContentRow } from '../documents/rows.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { toldClashes } from './entries.ts'
import { everybodyIn, filesOfFamily, peopleOf, type WholeFamily, wholeFamily } from './family.ts'
import { linesOf } from './lines.ts'
import { entriesOf } from './own-lines.ts'

/** One page of history: every line of a mother and her babies over all sources, with its gaps and clashes. */
export function chronologyView(ctx: ReadContext, of: RegisterOf) {
  const { db, now } = ctx
  const family = wholeFamily(db, of)
  const files = filesOfFamily(db, family)
  const people = peopleOf(db, family)
  const lines = inOrder(linesOf(db, family, files, now))
  const set = ruleInForce(db, historyDocuments, now).content
  return {
    at: now,
    family,
    people,
    lines,
    gaps: gapsOf(
      {
        lines,
        awaited: awaitedOf(ctx, of),
        until: dateOf(family.arrivedAt ?? now),
      },
      ruleInForce(db, historyAnalysis, now).content,
    ),
    clashes: clashesOf({
      lines,
      births: people
        .filter(({ kind }) => kind === 'baby')
        .map(({ id, bornOn }) => ({ personId: id, bornOn })),
      told: toldClashes(db, family.motherId),
    }),
    /** What was entered here, as it can be corrected. */
    entries: entriesOf(db, family.motherId),
    /** What may be named as the source of an entry. */
    documents: files.flatMap((file) => {
      if (handlingOf(set, file.document.classId) === 'register-only') return []
      return (contentsAt(file, now) as ContentRow[]).map(({ recordId, title }) => ({
        receivedId: recordId,
        title,
        from: file.document.sourceName,
      }))
    }),
  }
}

export const peopleOfView = ({ family }: { family: WholeFamily }) => everybodyIn(family)

/** What is expected of this stay or referral and has not come, and what nobody holds. */
function awaitedOf({ db, now }: ReadContext, of: RegisterOf) {
  const family = familyOf(db, of)
  const set = ruleInForce(db, historyDocuments, now).content
  const open = filesOf(db, rowsOf(db, family)).flatMap((file) => {
    const { arrivedAt } = family
    // That it never came is a gap of her history, also after she has left.
    const { state } = registerStanding(file, set, { arrivedAt, endedAt: null }, now)
    const { title, sourceName } = file.document
    return state === 'expected' || state === 'asked' ? [{ title, sourceName, state }] : []
  })
  const missing = family.endedAt === null ? missingFrom(db, family, now) : []
  return [
    ...open,
    ...missing.map(({ title, source }) => ({
      title,
      sourceName: source?.name ?? '',
      state: 'expected',
    })),
  ]
}
