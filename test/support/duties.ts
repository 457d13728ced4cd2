import type { Role } from '#domain/users/roles.ts'
import {
  deriveDuties,
  type Happening,
} from '../../electron/features/communications/derive-duties.ts'
import { withdrawDutiesOf } from '../../electron/features/communications/events-service.ts'
import type { DerivedDuties } from '../../electron/features/communications/write-duties.ts'
import type { Arrived, TestUnit } from './app.ts'

/** Lets something happen as a feature does in its own transaction, by somebody of the role. */
export function happens(
  unit: TestUnit,
  family: Pick<Arrived, 'pairId' | 'babyId' | 'motherId'>,
  happening: Partial<Happening> & { event: string },
  role: Role = 'nurse',
): DerivedDuties {
  const { userId, staffId } = unit.as(role)
  const unitId = unit.db.row<{ id: string }>('select unit_id as id from unit')?.id ?? ''
  const write = unit.app.house.writeAs({ userId, staffId, role, name: role }, unitId)
  return write((tx) => {
    const derived = deriveDuties(tx, {
      at: tx.now,
      pairId: family.pairId,
      babyId: family.babyId,
      motherId: family.motherId,
      subjectId: null,
      subjectType: null,
      ...happening,
    })
    const note = { action: 'test', entity: 'pair', entityId: family.pairId }
    return { value: derived, audit: [note, ...derived.audit] }
  })
}

/** Takes back a record with its duties, as a feature does whose record was entered in error. */
export function withdraws(unit: TestUnit, family: Pick<Arrived, 'pairId'>, subjectId: string) {
  const { userId, staffId } = unit.as('nurse')
  const unitId = unit.db.row<{ id: string }>('select unit_id as id from unit')?.id ?? ''
  const write = unit.app.house.writeAs({ userId, staffId, role: 'nurse', name: 'nurse' }, unitId)
  return write((tx) => {
    const { told, audit } = withdrawDutiesOf(tx, subjectId, 'Entered for the wrong baby')
    const note = { action: 'test', entity: 'pair', entityId: family.pairId }
    return { value: { sent: told.length }, audit: [note, ...audit] }
  })
}

/** Records the child's legal status from a time. */
export const legalStatus = (unit: TestUnit, babyId: string, code: string, startsAt: string) =>
  unit.as('nurse').ok('people.addLegalStatus', {
    personId: babyId,
    code,
    startsAt,
    endsAt:
      code === 'LEG-07' ? new Date(Date.parse(startsAt) + 60 * 86_400_000).toISOString() : null,
    basis: { kind: 'told', by: 'Duty social worker', on: startsAt.slice(0, 10) },
  })
