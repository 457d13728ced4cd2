import type { Measure, Member } from '../assurance/measure.ts'
import { fail, incomplete, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { dateOf, startOfDay } from '../shared/calendar.ts'
import type { CivilDate, Cut, Period } from '../shared/time.ts'
import type { RetestResult } from './action.ts'

/** Measures 5g-1, 5g-2 and 5g-5 (assurance.md 2). Truth tables: docs/states/oversight.md. */

interface Recorded {
  recordId: string
  version: number
}

export interface ActionFact extends Recorded {
  dueOn: CivilDate
  doneOn: CivilDate | null
  evidence: string
  verifiedOn: CivilDate | null
  retestOn: CivilDate | null
  retestedOn: CivilDate | null
  retestResult: RetestResult | null
  closedBecause: string | null
}

export interface VisitFact extends Recorded {
  plannedOn: CivilDate
  heldOn: CivilDate | null
  calledOffBecause: string | null
}

export interface OversightMeasureFacts {
  /** Every version of each action, oldest first: one that fell back begins again, and both rounds count. */
  actions: readonly ActionFact[]
  visits: readonly VisitFact[]
}

const inPeriod = (on: CivilDate, { from, to }: Period): boolean => {
  const at = startOfDay(on)
  return at >= from && at < to
}

/** The last version of each round of an action: a round ends when it is embedded, given up, or falls back. */
export function roundsOf(versions: readonly ActionFact[]): ActionFact[] {
  return [...Map.groupBy(versions, ({ recordId }) => recordId).values()].flatMap((own) =>
    own.filter((one, index) => one.retestResult === 'fell-back' || index === own.length - 1),
  )
}

function doneVerdict(action: ActionFact, cut: Cut): Verdict {
  const { dueOn, doneOn, evidence, closedBecause } = action
  if (doneOn === null && closedBecause !== null) return fail('Given up before it was done')
  if (doneOn === null)
    return dueOn < dateOf(cut.at) ? fail('Not done by its day') : notEligible('Not yet due')
  if (doneOn > dueOn) return fail('Done after its day')
  return evidence === ''
    ? incomplete('Done by its day; the evidence is not recorded')
    : pass('Done by its day, with evidence')
}

const member = (
  type: string,
  { recordId, version }: Recorded,
  on: CivilDate,
  verdict: Verdict,
): Member => ({
  ...verdict,
  key: `${recordId} ${on}`,
  at: startOfDay(on),
  quantity: 1,
  records: [{ type, recordId, version }],
})

const shared = {
  version: 1,
  requirement: '5g',
  unit: 'count',
  minimumN: 5,
  safetyCritical: false,
} as const

export const actionsDone: Measure<OversightMeasureFacts> = {
  ...shared,
  id: '5g-1',
  title: 'Actions are done by their day, with evidence',
  population:
    'Actions of the improvement plan whose day was in the period; one that fell back counts again',
  placedBy: 'The day by which it was to be done',
  rule: 'It was done by that day, and the evidence is recorded',
  source: 'Child Z, Finding Five g; domain.md 7.5',
  members: ({ actions }, period, cut) =>
    roundsOf(actions)
      .filter(({ dueOn }) => inPeriod(dueOn, period))
      .map((one) => member('improvement_action', one, one.dueOn, doneVerdict(one, cut))),
}

function heldVerdict({ retestOn, retestedOn, retestResult }: ActionFact, cut: Cut): Verdict {
  if (retestResult === 'held') return pass('Looked at again, and it held')
  if (retestResult === 'fell-back') return fail('Looked at again, and it had fallen back')
  if (retestedOn !== null) return incomplete('Looked at again; what was found is not recorded')
  return retestOn !== null && retestOn < dateOf(cut.at)
    ? fail('Nobody has looked at it again by the day set for it')
    : notEligible('The day to look at it again has not passed')
}

export const actionsEmbedded: Measure<OversightMeasureFacts> = {
  ...shared,
  id: '5g-2',
  title: 'Actions that were done are looked at again, and held',
  population: 'Actions that were done and verified, whose second look was due in the period',
  placedBy: 'The day set for the second look',
  rule: 'Somebody looked again, three months or more after it was done, and what was changed had held',
  source: 'Child Z, Finding Five g; domain.md 7.5',
  members: ({ actions }, period, cut) =>
    roundsOf(actions).flatMap((one) =>
      one.verifiedOn !== null && one.retestOn !== null && inPeriod(one.retestOn, period)
        ? [member('improvement_action', one, one.retestOn, heldVerdict(one, cut))]
        : [],
    ),
}

function visitVerdict({ plannedOn, heldOn, calledOffBecause }: VisitFact, cut: Cut): Verdict {
  if (heldOn !== null) return pass('Held')
  if (calledOffBecause !== null) return fail('Called off')
  return plannedOn < dateOf(cut.at) ? fail('Not held') : notEligible('Its day has not passed')
}

export const visitsHeld: Measure<OversightMeasureFacts> = {
  ...shared,
  id: '5g-5',
  title: 'Planned visits and audits are held',
  population: 'Visits, audits, walk-rounds and contract meetings planned for a day in the period',
  placedBy: 'The day for which it was planned',
  rule: 'It was held',
  source: 'Child Z, Finding Five g',
  members: ({ visits }, period, cut) =>
    visits
      .filter(({ plannedOn }) => inPeriod(plannedOn, period))
      .map((one) => member('oversight_visit', one, one.plannedOn, visitVerdict(one, cut))),
}

/** The measures of visits and actions. */
export const oversightMeasures: readonly Measure<OversightMeasureFacts>[] = [
  actionsDone,
  actionsEmbedded,
  visitsHeld,
]
