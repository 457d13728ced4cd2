import { z } from 'zod'
import { basisInput } from '../shared/basis.ts'
import { roughDateInput } from '../shared/rough-date.ts'
import { line, name, note, optionalText } from '../shared/text.ts'
import type { CivilDate } from '../shared/time.ts'
import { historyOwner, isOneOwner, oneOwnerNeeded } from './owner.ts'

/** An event of the history as one source tells it: taken out of a document, or told (product.md 2, 5c). */

export const entryKinds = [
  'birth',
  'pregnancy',
  'physical-health',
  'mental-health',
  'harm',
  'domestic-abuse',
  'substance',
  'police',
  'social-care',
  'court',
  'home',
  'relationship',
  'care-of-child',
  'contact-lost',
  'nothing-found',
  'other',
] as const
export type EntryKind = (typeof entryKinds)[number]

export const entryKindLabels: Record<EntryKind, string> = {
  birth: 'Birth of a child',
  pregnancy: 'Pregnancy',
  'physical-health': 'Physical health',
  'mental-health': 'Mental health',
  harm: 'Harm or injury to a child',
  'domestic-abuse': 'Domestic abuse',
  substance: 'Drugs or alcohol',
  police: 'Police or probation',
  'social-care': "Children's social care",
  court: 'Court',
  home: 'Where she lived',
  relationship: 'Family and relationships',
  'care-of-child': 'How she cared for a child',
  'contact-lost': 'Contact with services was lost',
  'nothing-found': 'Asked, and nothing happened or nothing is on record',
  other: 'Other',
}

const id = z.uuid('Choose from the list')

/** An entry as it is typed. With `today`, nothing lies ahead of it. */
export const entryInput = (today?: CivilDate) =>
  z
    .object({
      ...historyOwner,
      /** Whom it is about; null for the family as a whole. */
      personId: id.nullish().transform((value) => value ?? null),
      kind: z.enum(entryKinds, 'Choose what kind of event it is'),
      happened: roughDateInput(today),
      /** The last day of something that went on. */
      ended: roughDateInput(today),
      what: note,
      basis: basisInput,
      /** What was received in which it stands, and where in it. */
      receivedId: id.nullish().transform((value) => value ?? null),
      place: optionalText(name),
    })
    .refine(isOneOwner, oneOwnerNeeded)
    .superRefine(({ happened, ended }, context) => {
      if (ended.on === null) return
      if (happened.on === null)
        context.addIssue({
          code: 'custom',
          path: ['happened'],
          message: 'Enter when it began, or leave the end empty',
        })
      else if (ended.on < happened.on)
        context.addIssue({
          code: 'custom',
          path: ['ended'],
          message: 'This end is before the beginning. Check both',
        })
    })
export type EntryInput = z.output<ReturnType<typeof entryInput>>

/** That two accounts differ, or how that was settled. Both accounts stay as they are. */
export const clashInput = z
  .discriminatedUnion(
    'state',
    [
      z.object({
        state: z.literal('open'),
        ...historyOwner,
        firstId: id,
        secondId: id,
        what: line,
      }),
      z.object({
        state: z.literal('settled'),
        ...historyOwner,
        firstId: id,
        secondId: id,
        what: line,
        settlement: line,
        basis: basisInput,
      }),
    ],
    'Say whether it is open or settled',
  )
  .refine(isOneOwner, oneOwnerNeeded)
  .refine(({ state, firstId, secondId }) => state === 'settled' || firstId !== secondId, {
    path: ['secondId'],
    message: 'Choose another entry than the first',
  })
export type ClashInput = z.output<typeof clashInput>
