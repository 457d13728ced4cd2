import { actionStatus, isOpen } from '#domain/oversight/action.ts'
import { visitState } from '#domain/oversight/visit.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { staff } from '#drizzle/schema/users.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { Requirements } from './facts.ts'
import { pinFault, shownBy, titleOfPinned } from './pinnable.ts'
import { actionRows, findingRows, visitRows } from './rows.ts'

const names = standing(staff, ['recordId', 'name', 'leftOn'], '1', 't.name, t.record_id')

function peopleOf(db: ReadDb) {
  const all = names.at(db, newest)
  const byId = new Map(all.map(({ recordId, name }) => [recordId, name]))
  return { all, nameOf: (id: string | null) => (id === null ? '' : (byId.get(id) ?? '')) }
}

/** Every visit with what it found, the newest first. */
export function visitsView({ db, now }: ReadContext, requirements: Requirements) {
  const today = dateOf(now)
  const found = Map.groupBy(findingRows(db), ({ visitId }) => visitId)
  const answered = new Set(actionRows(db).map(({ findingId }) => findingId))
  return {
    at: now,
    requirements: [...requirements()],
    visits: visitRows(db).map((visit) => ({
      ...visit,
      state: visitState(visit, today),
      findings: (found.get(visit.recordId) ?? []).map((one) => ({
        ...one,
        hasAction: answered.has(one.recordId),
      })),
    })),
  }
}

/** The improvement plan: every action with how it stands today, what is open first, by its day. */
export function actionsView({ db, now }: ReadContext, requirements: Requirements) {
  const today = dateOf(now)
  const { all, nameOf } = peopleOf(db)
  const findings = new Map(findingRows(db).map((one) => [one.recordId, one.words]))
  const actions = actionRows(db).map((action) => {
    const status = actionStatus(action, today)
    return {
      ...action,
      status,
      open: isOpen(status),
      owner: nameOf(action.ownerId),
      verifiedBy: nameOf(action.verifiedById),
      shownBy:
        action.pinnedType === null || action.pinnedId === null
          ? null
          : {
              title: titleOfPinned(db, action.pinnedType, action.pinnedId),
              fault: pinFault(db, action, today),
            },
      finding: action.findingId === null ? '' : (findings.get(action.findingId) ?? ''),
    }
  })
  return {
    at: now,
    requirements: [...requirements()],
    owners: all
      .filter(({ leftOn }) => leftOn === null || leftOn >= today)
      .map(({ recordId, name }) => ({ staffId: recordId, name })),
    shownBy: shownBy(db),
    actions: actions.toSorted((a, b) => Number(b.open) - Number(a.open)),
  }
}
