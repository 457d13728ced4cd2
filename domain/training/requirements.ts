import { z } from 'zod'
import type { RuleSetKind } from '../rule-sets/rule-set.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'
import { type Role, roles } from '../users/roles.ts'
import { professions } from '../users/staff.ts'

/**
 * The required training as data (domain.md 5.1 and 5.2): levels by their fifth-edition names, topics, who
 * needs what, and for how long a certificate counts. Hours are settings with the edition they come from.
 */

const levelSchema = z.strictObject({
  code: ruleCode,
  /** The fifth-edition name. */
  name: ruleText,
  fourthEditionName: ruleText,
  /** A higher rank includes every lower one. */
  rank: z.int().min(1),
  /** The least hours in `levelMonths`, and the edition that they come from. */
  minutes: z.int().min(0).nullable(),
  minutesEdition: ruleText.nullable(),
  who: ruleText,
  ...sourced,
})
export type TrainingLevel = z.infer<typeof levelSchema>

const topicSchema = z.strictObject({
  id: z.string().regex(/^TRN-\d{2}$/),
  title: ruleText,
  ...sourced,
})

const requirementSchema = z.strictObject({
  id: ruleCode,
  title: ruleText,
  /** Whom it binds: by profession or by the role of the account; either is enough. */
  professions: z.array(z.enum(professions)),
  roles: z.array(z.enum(roles)),
  level: ruleCode,
  /** Hours of this group where they differ from the level's own. */
  minutes: z.int().min(0).nullable(),
  topics: z.array(z.string()),
  multiAgency: z.boolean(),
  lifeSupport: z.boolean(),
  ...sourced,
})
export type TrainingRequirement = z.infer<typeof requirementSchema>

const starterSchema = z
  .strictObject({
    level: ruleCode,
    days: z.int().min(1).nullable(),
    months: z.int().min(1).nullable(),
    ...sourced,
  })
  .refine((limit) => (limit.days === null) !== (limit.months === null), 'Give days or months')
export type StarterLimit = z.infer<typeof starterSchema>

export const trainingRequirementsSchema = z
  .strictObject({
    edition: ruleText,
    levels: z.array(levelSchema).min(1),
    topics: z.array(topicSchema).min(1),
    /** Doctors are shown apart in every figure (Finding Five g: "including medical staff"). */
    medicalProfessions: z.array(z.enum(professions)).min(1),
    /** Who works elsewhere and only visits: nothing is required of them here. */
    exemptProfessions: z.array(z.enum(professions)),
    requirements: z.array(requirementSchema).min(1),
    /** The requirement of a profession that no other names: nobody falls through. */
    otherwise: ruleCode,
    /** The topics that show "child protection processes and care proceedings" (Finding Five b). */
    careProceedingsTopics: z.array(z.string()).min(1),
    levelMonths: z.int().min(1),
    topicMonths: z.int().min(1),
    lifeSupportMonths: z.int().min(1),
    multiAgencyMonths: z.int().min(1),
    starters: z.array(starterSchema).min(1),
    notes: z.array(z.strictObject({ text: ruleText, ...sourced })),
  })
  .superRefine((set, context) => {
    for (const message of requirementFaults(set)) context.addIssue({ code: 'custom', message })
  })
export type TrainingRequirements = z.infer<typeof trainingRequirementsSchema>

interface Parts {
  levels: TrainingLevel[]
  topics: { id: string }[]
  requirements: TrainingRequirement[]
  otherwise: string
  careProceedingsTopics: string[]
  starters: StarterLimit[]
}

/** What does not fit together in a set of requirements, in plain English; empty where it can be used. */
function requirementFaults(set: Parts): string[] {
  const levels = new Set(set.levels.map((level) => level.code))
  const topics = new Set(set.topics.map((topic) => topic.id))
  const faults: string[] = []
  const needs = (known: ReadonlySet<string>, what: string, id: string, where: string) => {
    if (!known.has(id)) faults.push(`${where} names ${what} ${id}, which is not in the list`)
  }
  for (const one of set.requirements) {
    needs(levels, 'level', one.level, one.id)
    for (const topic of one.topics) needs(topics, 'topic', topic, one.id)
  }
  for (const topic of set.careProceedingsTopics) needs(topics, 'topic', topic, 'Care proceedings')
  for (const limit of set.starters) needs(levels, 'level', limit.level, "A starter's limit")
  const ids = set.requirements.map((one) => one.id)
  if (!ids.includes(set.otherwise)) faults.push(`There is no requirement ${set.otherwise}`)
  for (const list of [
    ids,
    set.levels.map((level) => level.code),
    set.topics.map((topic) => topic.id),
  ]) {
    if (new Set(list).size < list.length) faults.push('An id is there twice')
  }
  return faults
}

export const trainingRequirements: RuleSetKind<TrainingRequirements> = {
  kind: 'training-requirements',
  title: 'Required training',
  content: trainingRequirementsSchema,
}

export const levelOf = (set: TrainingRequirements, levelCode: string): TrainingLevel | undefined =>
  set.levels.find((level) => level.code === levelCode)

/** The rank of a level; 0 for a code that the set does not know, so that it never satisfies a requirement. */
export const rankOf = (set: TrainingRequirements, levelCode: string | null): number =>
  (levelCode === null ? undefined : levelOf(set, levelCode)?.rank) ?? 0

/**
 * Everything that a person of this profession and these roles must hold: the highest level of the matching
 * requirements, the most hours asked for at that level, and all of their topics. Without a match it is the requirement named `otherwise`; undefined
 * for who is exempt.
 */
export function requirementFor(
  set: TrainingRequirements,
  profession: string,
  personRoles: readonly Role[],
): TrainingRequirement | undefined {
  if (set.exemptProfessions.some((one) => one === profession)) return undefined
  const matching = set.requirements.filter(
    (one) =>
      one.professions.some((code) => code === profession) ||
      one.roles.some((role) => personRoles.includes(role)),
  )
  const all =
    matching.length > 0 ? matching : set.requirements.filter((r) => r.id === set.otherwise)
  const [first] = [...all].sort((a, b) => rankOf(set, b.level) - rankOf(set, a.level))
  if (!first) return undefined
  const highest = all.filter((one) => rankOf(set, one.level) === rankOf(set, first.level))
  // The one that asks for the most hours gives its title; none means the hours of the level itself.
  const asks = highest.reduce((a, b) => ((b.minutes ?? 0) > (a.minutes ?? 0) ? b : a), first)
  return {
    ...asks,
    topics: [...new Set(all.flatMap((one) => one.topics))].sort(),
    multiAgency: all.some((one) => one.multiAgency),
    lifeSupport: all.some((one) => one.lifeSupport),
  }
}
