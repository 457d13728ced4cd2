import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { limitSchema } from '../shared/limits.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'

/** The admission criteria as data (domain.md 1.1, 1.2 and 1.6; decisions 17 and 18). */

export const clauseKinds = [
  'inclusion', // has to be met
  'exclusion', // must not be present; two people may override it
  'defer', // not now: another ward first, then look again
  'stop', // must not be present; nobody may override it
  'process', // measured from what was done, never asked
] as const
export type ClauseKind = (typeof clauseKinds)[number]

/** How a clause gets its answer (decision 17: age clauses are computed, not typed). */
export const answerWays = ['asked', 'computed', 'computed-or-asked', 'measured'] as const

/** What a computed clause is computed by: see domain/admission/computed.ts. */
export const computations = [
  'in-the-age-window',
  'time-for-a-stay',
  'outside-the-age-window',
  'old-enough',
  'too-young',
  'referrer-accepted',
] as const
export type Computation = (typeof computations)[number]

/** Whether "not applicable" is an answer: always, while no baby is born yet, or never. */
export const notApplicableRules = ['may-be', 'while-unborn', 'never'] as const

const clauseSchema = z.strictObject({
  id: z.string().regex(/^ADM-[IX]-\d{2}$/, 'Use the form ADM-I-01 or ADM-X-01'),
  kind: z.enum(clauseKinds),
  title: ruleText,
  /** Worded so that for an exclusion, a defer or a stop, yes = present (decision 17). */
  question: ruleText,
  evidence: ruleText,
  answered: z.enum(answerWays),
  computation: z.enum(computations).nullable(),
  /** The group of which at least one clause has to be met; null for a clause that stands by itself. */
  group: ruleCode.nullable(),
  notApplicable: z.enum(notApplicableRules),
  /** The answer itself goes out of date after this many days; null for one that does not. */
  staleAfterDays: z.int().min(0).nullable(),
  ...sourced,
})
export type Clause = z.infer<typeof clauseSchema>

const limit = z.strictObject({ limit: limitSchema, ...sourced })

const reasonSchema = z.strictObject({
  code: ruleCode,
  label: ruleText,
  /** The clauses that lead to this reason. */
  clauses: z.array(z.string()),
})
export type DeclineReason = z.infer<typeof reasonSchema>

const resourceSchema = z.strictObject({
  id: z.string().regex(/^RES-\d+$/),
  name: ruleText,
  purpose: ruleText,
  regulator: ruleText,
  writesCourtAssessments: ruleText,
  supervisesAroundTheClock: ruleText,
  /** The reasons of a decline that it may answer. */
  answers: z.array(ruleCode),
  ...sourced,
})
export type Resource = z.infer<typeof resourceSchema>

export const admissionCriteriaSchema = z
  .strictObject({
    settings: z.strictObject({
      earliestPregnancyWeeks: z.int().min(1).max(42),
      latestBabyMonths: z.int().min(1).max(24),
      latestAdmitMonths: z.int().min(1).max(24),
      adultAge: z.int().min(16).max(25),
      youngestAge: z.int().min(10).max(18),
      referrers: z.array(
        z.strictObject({ code: ruleCode, label: ruleText, accepted: z.boolean() }),
      ),
    }),
    groups: z.array(z.strictObject({ id: ruleCode, title: ruleText })),
    clauses: z.array(clauseSchema).min(1),
    limits: z.strictObject({
      unplannedDecision: limit,
      plannedDecision: limit,
      telephoneSignature: limit,
      arrival: limit,
      referrerTold: limit,
    }),
    declineReasons: z.array(reasonSchema).min(1),
    resources: z.array(resourceSchema).min(1),
  })
  .superRefine((set, context) => {
    for (const message of criteriaFaults(set)) context.addIssue({ code: 'custom', message })
  })
export type AdmissionCriteria = z.infer<typeof admissionCriteriaSchema>

interface Parts {
  groups: { id: string }[]
  clauses: Clause[]
  declineReasons: DeclineReason[]
  resources: Resource[]
}

/** What does not fit together in a set of criteria, in plain English; empty where it can be used. */
function criteriaFaults(set: Parts): string[] {
  const clauses = new Set(set.clauses.map((clause) => clause.id))
  const groups = new Set(set.groups.map((group) => group.id))
  const reasons = new Set(set.declineReasons.map((reason) => reason.code))
  const faults = set.clauses.flatMap(clauseFaults)
  for (const clause of set.clauses) {
    if (clause.group !== null && !groups.has(clause.group))
      faults.push(`${clause.id} names group ${clause.group}, which is not in the list`)
  }
  for (const group of set.groups) {
    if (!set.clauses.some((clause) => clause.group === group.id))
      faults.push(`Group ${group.id} has no clause`)
  }
  for (const id of set.declineReasons.flatMap((reason) => reason.clauses))
    if (!clauses.has(id)) faults.push(`A reason names clause ${id}, which is not in the list`)
  for (const code of set.resources.flatMap((resource) => resource.answers))
    if (!reasons.has(code)) faults.push(`A resource names reason ${code}, which is not in the list`)
  const ids = [...set.clauses, ...set.groups, ...set.resources].map((one) => one.id)
  if (new Set(ids).size < ids.length || reasons.size < set.declineReasons.length)
    faults.push('An id is there twice')
  return faults
}

function clauseFaults(clause: Clause): string[] {
  const faults: string[] = []
  const computed = clause.answered === 'computed' || clause.answered === 'computed-or-asked'
  if (computed !== (clause.computation !== null))
    faults.push(`${clause.id}: say how it is computed, if and only if it is`)
  if ((clause.kind === 'process') !== (clause.answered === 'measured'))
    faults.push(`${clause.id}: a process clause is measured, and no other`)
  if (clause.group !== null && clause.kind !== 'inclusion')
    faults.push(`${clause.id}: only inclusion clauses stand in a group`)
  return faults
}

/** The clauses that get an answer: every one but those that are measured (decision 17). */
export const answeredClauses = (criteria: AdmissionCriteria): Clause[] =>
  criteria.clauses.filter((clause) => clause.answered !== 'measured')

/**
 * What a set of criteria needs before it is approved: a clause that decides whom the unit takes (domain.md 1.1 and 1.2).
 * Where every clause is measured, or asks for another ward first, no answer of a referrer would ever hold an offer. Asked
 * at the approval alone: a stored set stays readable.
 */
export const criteriaNeed = ({
  clauses,
}: Pick<AdmissionCriteria, 'clauses'>): string | undefined =>
  clauses.some(({ kind }) => kind === 'inclusion' || kind === 'exclusion')
    ? undefined
    : 'These criteria say neither who is admitted nor who is not. Add at least one clause that has to be so, or one that must not be so, before they are approved'

export const admissionCriteria: RuleSetKind<AdmissionCriteria> = {
  kind: 'admission-criteria',
  title: 'Admission criteria',
  content: admissionCriteriaSchema,
  needsFirst: criteriaNeed,
}
