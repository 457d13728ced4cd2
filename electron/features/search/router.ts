import { z } from 'zod'
import {
  type Find,
  type FoundGroup,
  findsAfter,
  mostShown,
  type SearchKind,
  searchKinds,
} from '#domain/search/found.ts'
import { searchTermsOf } from '#domain/shared/search-terms.ts'
import { line } from '#domain/shared/text.ts'
import { query, type ReadContext, router } from '../../platform/serve.ts'
import { sessionPermits } from '../../platform/session.ts'
import { findPeople } from './find-people.ts'
import { findDocuments, findDuties, findReferrals, findStays } from './find-records.ts'
import { findStaff } from './find-staff.ts'
import { type Subject, subjectOf } from './subject.ts'

const finders: Record<SearchKind, (ctx: ReadContext, subject: Subject) => Find[]> = {
  people: (_ctx, subject) => findPeople(subject),
  referrals: findReferrals,
  stays: findStays,
  documents: findDocuments,
  duties: findDuties,
  staff: (ctx, { terms }) => findStaff(ctx.db, terms),
}

/** Everything that the text may mean, kind by kind, as far as this role may read it. */
export function findAnything(ctx: ReadContext, text: string): { groups: FoundGroup[] } {
  const terms = searchTermsOf(text)
  if (terms === null) return { groups: [] }
  const subject = subjectOf(ctx.db, terms)
  const groups = Object.entries(searchKinds).flatMap(([key, { permission }]) => {
    if (!sessionPermits(ctx.session, permission)) return []
    const kind = key as SearchKind
    const found = finders[kind](ctx, subject)
    return found.length === 0 ? [] : { kind, count: found.length, shown: found.slice(0, mostShown) }
  })
  return { groups }
}

interface More {
  text: string
  kind: SearchKind
  after: string
}

/** The next finds of one kind, past the last that was shown. */
function findMore(ctx: ReadContext, { text, kind, after }: More): Find[] {
  const terms = searchTermsOf(text)
  if (terms === null || !sessionPermits(ctx.session, searchKinds[kind].permission)) return []
  return findsAfter(finders[kind](ctx, subjectOf(ctx.db, terms)), after)
}

const shownIn = ({ groups }: { groups: FoundGroup[] }) => groups.flatMap(({ shown }) => shown)

export const searchRouter = router({
  /** One box for everything (Ctrl+K). Each search is logged with how many records it found. */
  find: query(
    'own:search',
    z.strictObject({ text: line }),
    (ctx, input) => findAnything(ctx, input.text),
    {
      identifies: (value) => shownIn(value).flatMap(({ people }) => people),
      counts: ({ groups }) => groups.reduce((sum, { count }) => sum + count, 0),
    },
  ),
  /** More of one kind, page by page. */
  more: query(
    'own:search',
    z.strictObject({
      text: line,
      kind: z.enum(Object.keys(searchKinds) as [SearchKind]),
      after: z.uuid(),
    }),
    findMore,
    {
      identifies: (finds) => finds.flatMap(({ people }) => people),
      counts: (finds) => finds.length,
    },
  ),
})
