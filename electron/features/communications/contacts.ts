import type { RecipientKey } from '#domain/communications/duties-content.ts'
import { type DutiesContent, recipientOf } from '#domain/communications/duties-content.ts'
import { contact } from '#drizzle/schema/people.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const all = standing(
  contact,
  ['recordId', 'personId', 'agency', 'role', 'name', 'telephone', 'email', 'safeToContact'],
  't.person_id is null or t.person_id in (select value from json_each(@people))',
  't.record_id',
)
export type DutyContact = ReturnType<typeof all.at>[number]

/** Where those who may have to be told are found: the contacts of these people and those of the unit. */
export const contactsFor = (db: ReadDb, people: readonly string[]): DutyContact[] =>
  all.at(db, newest, { people: JSON.stringify(people) })

/** Whether somebody may be rung or written to at once: never whoever must not be contacted (decision 30). */
export const mayContact = ({ safeToContact }: Pick<DutyContact, 'safeToContact'>): boolean =>
  safeToContact === 'yes' || safeToContact === 'not-known'

/**
 * The contact that a duty goes to: the family's own before the unit's, and out of hours the duty team before
 * the office. Undefined where none is known. Whoever must not be contacted is never offered (decision 30).
 */
export function contactOf(
  contacts: readonly DutyContact[],
  content: DutiesContent,
  duty: { recipient: RecipientKey; label: string },
  family: { babyId: string; motherId: string },
): DutyContact | undefined {
  const rule = recipientOf(content, duty.recipient)
  const late = rule.outOfHours !== undefined && duty.label === rule.outOfHours
  const agencies = late ? [...rule.agencies].reverse() : rule.agencies
  const owners =
    duty.recipient === 'gp-mother'
      ? [family.motherId, null]
      : duty.recipient === 'gp-baby'
        ? [family.babyId, null]
        : [family.babyId, family.motherId, null]
  for (const agency of agencies)
    for (const owner of owners) {
      const found = contacts.find(
        (one) =>
          one.agency === agency &&
          one.personId === owner &&
          mayContact(one) &&
          isFor(duty.recipient, one.role),
      )
      if (found) return found
    }
  return undefined
}

// The agency "other" holds all sorts: only one whose role says so is the coroner.
const roleWords: Partial<Record<RecipientKey, RegExp>> = {
  coroner: /coroner/i,
  'child-death-review': /child death/i,
  'designated-officer': /designated officer|lado/i,
}
const isFor = (recipient: RecipientKey, role: string) => roleWords[recipient]?.test(role) ?? true
