import type { Agency } from '#domain/people/record.ts'
import { type Helper, helperLabels } from '#domain/unwell-baby/record.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { contactsFor, type DutyContact, mayContact } from '../communications/contacts.ts'

/** Whom to ring, with the number that the unit has on record. */
export interface Ring {
  helper: Helper
  label: string
  name: string | null
  telephone: string | null
  /** The agency of the contact that would hold the number; null where it is nobody's to record. */
  agency: Agency | null
}

interface Found {
  agency: Agency
  /** Whose contact comes first. Whoever is on call belongs to the unit; a GP and a health visitor to the baby. */
  first: 'unit' | 'baby'
}

const agencyOf: Partial<Record<Helper, Found>> = {
  'on-call-paediatrics': { agency: 'paediatrics', first: 'unit' },
  gp: { agency: 'gp', first: 'baby' },
  'health-visitor': { agency: 'health-visitor', first: 'baby' },
}
const publicNumbers: Partial<Record<Helper, string>> = { '999': '999', 'nhs-111': '111' }

/**
 * How helpers are found for a baby. Whoever must not be contacted is never offered (decision 30), and never
 * stands before somebody who may be.
 */
export function ringFor(db: ReadDb, babyId: string): (helper: Helper) => Ring {
  const contacts = contactsFor(db, [babyId]).filter(mayContact)
  return (helper) => {
    const found = agencyOf[helper]
    const known = found && contactOf(contacts, found, babyId)
    return {
      helper,
      label: helperLabels[helper],
      name: known?.name ?? null,
      telephone: publicNumbers[helper] ?? known?.telephone ?? null,
      agency: found?.agency ?? null,
    }
  }
}

const onCall = /on[ -]?call/i

function contactOf(contacts: readonly DutyContact[], { agency, first }: Found, babyId: string) {
  const owners = first === 'unit' ? [null, babyId] : [babyId, null]
  for (const owner of owners) {
    const own = contacts.filter((one) => one.agency === agency && one.personId === owner)
    const rung = own.find(({ name, role }) => onCall.test(role) || onCall.test(name)) ?? own[0]
    if (rung) return rung
  }
  return undefined
}
