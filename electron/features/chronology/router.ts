import { z } from 'zod'
import { contactInput } from '#domain/chronology/contact.ts'
import { clashInput, entryInput } from '#domain/chronology/entry.ts'
import { historyOwner, isOneOwner, oneOwnerNeeded } from '#domain/chronology/owner.ts'
import { reviewInput } from '#domain/chronology/review.ts'
import { bases } from '#domain/shared/provenance.ts'
import { line } from '#domain/shared/text.ts'
import { command, query, router, signedCommand } from '../../platform/serve.ts'
import { registerOf } from '../documents/schemas.ts'
import { change, id } from '../people/schemas.ts'
import { addContact, contacts, entries, ofFamily, recordClash } from './entries.ts'
import { everybodyIn } from './family.ts'
import { patternView, signReview } from './pattern.ts'
import { printHistory } from './print.ts'
import { chronologyView, peopleOfView } from './view.ts'

const ofStay = z.strictObject({ stayId: id })
const maybe = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? undefined)
const viewInput = z.strictObject(historyOwner).refine(isOneOwner, oneOwnerNeeded)
const printInput = z
  .strictObject({
    ...historyOwner,
    source: maybe(line),
    basis: maybe(z.enum(bases)),
    about: maybe(z.union([id, z.literal('family')])),
  })
  .refine(isOneOwner, oneOwnerNeeded)

export const chronologyRouter = router({
  /** One page of history over all sources, with its gaps and clashes. */
  view: query('history:read', viewInput, (ctx, of) => chronologyView(ctx, registerOf(of)), {
    identifies: peopleOfView,
  }),
  /** The same as a PDF. */
  print: query(
    'history:read',
    printInput,
    (ctx, { stayId, referralId, ...filter }) =>
      printHistory(ctx, registerOf({ stayId, referralId }), filter),
    { identifies: ({ family }) => everybodyIn(family) },
  ),
  add: command('history:edit', entryInput(), (ctx, input) =>
    entries.add(ctx, ofFamily(ctx, input)),
  ),
  change: command('history:edit', z.strictObject({ ...change, fact: entryInput() }), (ctx, input) =>
    entries.change(ctx, { ...input, fact: ofFamily(ctx, input.fact) }),
  ),
  withdraw: command('history:edit', z.strictObject(change), entries.withdraw),
  /** That two accounts differ, or how that was settled. */
  clash: command('history:edit', clashInput, recordClash),

  /** The contacts with health services: reported beside observed, and what a named professional made of it. */
  pattern: query('history:read', ofStay, (ctx, { stayId }) => patternView(ctx, stayId), {
    identifies: peopleOfView,
  }),
  addContact: command('history:edit', contactInput(), addContact),
  changeContact: command(
    'history:edit',
    z.strictObject({ ...change, fact: contactInput() }),
    (ctx, input) => contacts.change(ctx, { ...input, fact: ofFamily(ctx, input.fact) }),
  ),
  withdrawContact: command('history:edit', z.strictObject(change), contacts.withdraw),
  review: signedCommand('history:analyse', reviewInput, signReview, { signs: 'own' }),
})
