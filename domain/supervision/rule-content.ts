import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { ruleText, sourced } from '../shared/source.ts'
import { activities, type CellLevel, cellLevels, isStricter, levels, places } from './codes.ts'

/**
 * The supervision rules as data (domain.md 4.1; decisions 19 to 22): what each level means, how often it is
 * rounded and reviewed, the names of places and activities, and the fallback for each place.
 */

const levelRule = z.strictObject({
  code: z.enum(levels),
  name: ruleText,
  /** In capitals on a card of the board. */
  tag: z.string().regex(/^[A-Z]{3,6}$/),
  inside: ruleText,
  night: ruleText,
  outside: ruleText,
  record: ruleText,
  /** How often staff see the baby; null where each contact is recorded instead. */
  roundMinutes: z.int().min(5).max(240).nullable(),
  reviewAtMostHours: z.int().min(1).max(168),
  ...sourced,
})
export type LevelRule = z.infer<typeof levelRule>

const placeRule = z.strictObject({ code: z.enum(places), name: ruleText, ...sourced })
const activityRule = z.strictObject({ code: z.enum(activities), name: ruleText, ...sourced })

const fallbackRule = z.strictObject({
  place: z.enum(places),
  level: z.enum(cellLevels),
  text: ruleText,
  ...sourced,
})

const minutesRule = z.strictObject({ minutes: z.int().min(1).max(1440), ...sourced })

const content = z.strictObject({
  levels: z.array(levelRule),
  places: z.array(placeRule),
  activities: z.array(activityRule),
  fallback: z.array(fallbackRule),
  /** A registered nurse confirms within this a raise made by others than a nurse or doctor (decision 21). */
  confirmRaise: minutesRule,
  /** An assessment may be entered this long after it was made and still count for the time between. */
  lateEntry: minutesRule,
})

/** Which code is missing from or doubled in a list that has to hold each just once. */
function listFault(codes: readonly string[], wanted: readonly string[]): string | undefined {
  const missing = wanted.find((code) => !codes.includes(code))
  if (missing) return `${missing} is missing`
  return codes.length > wanted.length ? 'A code is there twice' : undefined
}

export const supervisionRulesSchema = content.superRefine((rules, context) => {
  const complain = (path: string, message: string | undefined) => {
    if (message) context.addIssue({ code: 'custom', path: [path], message })
  }
  const codesOf = (list: readonly { code: string }[]) => list.map(({ code }) => code)
  complain('levels', listFault(codesOf(rules.levels), levels))
  complain('places', listFault(codesOf(rules.places), places))
  complain('activities', listFault(codesOf(rules.activities), activities))
  complain(
    'fallback',
    listFault(
      rules.fallback.map(({ place }) => place),
      places,
    ),
  )
  // Decision 19: separation is only ever a decision, and the fallback is never less than constant.
  const allowed: readonly CellLevel[] = ['not-allowed', 'SUP-1']
  if (rules.fallback.some(({ level }) => !allowed.includes(level)))
    complain('fallback', 'The fallback is SUP-1, or not allowed; never separation, never less')
})
export type SupervisionRules = z.infer<typeof content>

export const supervisionRuleSetKind: RuleSetKind<SupervisionRules> = {
  kind: 'supervision',
  title: 'Supervision of mother with baby',
  content: supervisionRulesSchema,
  // Its own source: the unit and its local authorities have to agree it.
  agreement: 'the local authorities of the unit',
}

const found = <T>(list: readonly T[], is: (item: T) => boolean): T => {
  const item = list.find(is)
  if (item === undefined) throw new Error('The supervision rules were not checked by their schema')
  return item
}

export const levelRuleOf = (rules: SupervisionRules, level: (typeof levels)[number]): LevelRule =>
  found(rules.levels, ({ code }) => code === level)

export const fallbackOf = (rules: SupervisionRules, place: (typeof places)[number]) =>
  found(rules.fallback, (rule) => rule.place === place)

export const placeName = (rules: SupervisionRules, place: (typeof places)[number]): string =>
  found(rules.places, ({ code }) => code === place).name

/** An activity in a word or two: "Bathing". */
export const activityName = (
  rules: SupervisionRules,
  activity: (typeof activities)[number],
): string => found(rules.activities, ({ code }) => code === activity).name

/** A level in a word: "Constant", "Not allowed". */
export const levelName = (rules: SupervisionRules, level: CellLevel): string =>
  level === 'not-allowed' ? 'Not allowed' : levelRuleOf(rules, level).name

/**
 * Whether she may be alone with the baby away from the unit, and what the level means there, for somebody who
 * does not know its name: only "independent" is alone; of the levels with staff beside her also what staff do
 * (domain.md 4.1).
 */
export function hospitalWords(
  rules: SupervisionRules,
  level: CellLevel,
): { alone: boolean; means: string } {
  if (level === 'not-allowed')
    return { alone: false, means: 'The mother may not be with the baby away from the unit' }
  const { outside, inside } = levelRuleOf(rules, level)
  const staffBeside = isStricter(level, 'SUP-3')
  return { alone: level === 'SUP-4', means: staffBeside ? `${outside}. ${inside}` : outside }
}
