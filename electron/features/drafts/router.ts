import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '#domain/shared/time.ts'
import type { House } from '../../platform/house.ts'
import { act, query, router } from '../../platform/serve.ts'

const mostCharacters = 1_000_000

/** Which form of which record: `people.change:<id>`; of a clash, the ids of both. */
const form = z.string().regex(/^[\w .:/-]{1,240}$/, 'This form cannot be kept as a draft')
const content = z
  .string()
  .max(mostCharacters, 'This draft is too long to be kept. Save the form, or shorten the text')

/** One draft for a person and a form: saving again replaces it. */
const draftId = (userId: string, name: string) =>
  createHash('sha256').update(`${userId} ${name}`).digest('hex')

// A draft is no record: it has neither version nor audit, so it does not go through the door for writes.
function keep(house: House, userId: string, name: string, text: string, now: Instant): void {
  house
    .store()
    .prepare(
      `insert into draft (draft_id, user_id, form, content, saved_at) values (?, ?, ?, ?, ?)
       on conflict (draft_id) do update set content = excluded.content, saved_at = excluded.saved_at`,
    )
    .run(draftId(userId, name), userId, name, text, now)
}

function clear(house: House, userId: string, name: string): void {
  house.store().prepare('delete from draft where draft_id = ?').run(draftId(userId, name))
}

export const draftsRouter = router({
  /** What this person typed into this form and did not save; null where there is none. */
  load: query('own:drafts', z.strictObject({ form }), (ctx, input) => {
    const found = ctx.db.row<{ content: string; savedAt: Instant }>(
      'select content, saved_at as savedAt from draft where draft_id = @id and user_id = @userId',
      { id: draftId(ctx.actor.userId, input.form), userId: ctx.actor.userId },
    )
    return found ?? null
  }),
  /** Their drafts by form, newest first. */
  list: query('own:drafts', z.undefined(), (ctx) =>
    ctx.db.rows<{ form: string; savedAt: Instant }>(
      'select form, saved_at as savedAt from draft where user_id = @userId order by saved_at desc',
      { userId: ctx.actor.userId },
    ),
  ),
  save: act('own:drafts', z.strictObject({ form, content }), (ctx, input) => {
    keep(ctx.house, ctx.actor.userId, input.form, input.content, ctx.now)
    return { savedAt: ctx.now }
  }),
  clear: act('own:drafts', z.strictObject({ form }), (ctx, input) => {
    clear(ctx.house, ctx.actor.userId, input.form)
    return null
  }),
})
