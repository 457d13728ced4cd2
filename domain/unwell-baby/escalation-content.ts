import { z } from 'zod'
import { limitSchema } from '../shared/limits.ts'
import { checkIds, documentsSchema } from '../shared/rule-documents.ts'
import { ruleCode, ruleText, sourced } from '../shared/source.ts'
import { findingCodes } from './findings.ts'
import { helpers, mobilities } from './record.ts'
import { thresholdRow } from './rule-content.ts'
import { sayKeys } from './say.ts'

/** Everything that an episode can reach. Which is stricter, and what each asks for, is data. */
export const bandKeys = [
  'life-threatening',
  'emergency-sign',
  'sepsis-high',
  'pews-emergency',
  'raised-emergency',
  'pews-high',
  'fever-red',
  'raised-high',
  'injury',
  'unsure-mark',
  'sepsis-moderate',
  'pews-medium',
  'raised-medium',
  'fever-amber',
  'pews-low',
  'same-day-sign',
  'concern',
  'pews-0',
] as const
export type BandKey = (typeof bandKeys)[number]

/** The bands that the red flags beside the three tables give. */
export const signBands = [
  'life-threatening',
  'emergency-sign',
  'same-day-sign',
  'unsure-mark',
] as const

const helperList = z.array(z.enum(helpers)).min(1)

const stepSchema = z.strictObject({
  id: ruleCode,
  text: ruleText,
  /** Whom to ring, the first choice first. */
  ring: helperList,
  /** Who fulfils the step when reached: those asked for, and whoever is higher. */
  metBy: helperList,
  within: limitSchema,
  /** The step that decision 25 calls "help reached": measure 5e-2 judges it. */
  isHelp: z.boolean(),
  /** Whom to ring instead once the limit has run out. */
  otherwise: z.enum(helpers).optional(),
})
export type RouteStep = z.infer<typeof stepSchema>

const routeSchema = z.strictObject({
  id: ruleCode,
  title: ruleText,
  steps: z.array(stepSchema),
  /** Who has to have been with the baby, and how soon; arrival in hospital counts where `atHospital`. */
  seen: z.strictObject({ by: helperList, within: limitSchema, atHospital: z.boolean() }).optional(),
  observeAgainMinutes: z.int().min(1),
  say: ruleCode,
  ...sourced,
})
export type Route = z.infer<typeof routeSchema>

/** What calls for a debrief (domain row 5.3). */
export const debriefCauses = ['departure', 'emergency-call', 'injury', 'death'] as const
export type DebriefCause = (typeof debriefCauses)[number]

/** The content of an `escalation-routes` rule set (decision 25): bands in their order, routes, limits and words. */
export const escalationContentSchema = z
  .strictObject({
    documents: documentsSchema,
    /** Strictest first. */
    bands: z
      .array(
        z.strictObject({ band: z.enum(bandKeys), label: ruleText, route: ruleCode, ...sourced }),
      )
      .min(1),
    routes: z.array(routeSchema).min(1),
    /** Red flags that no score and no table holds (domain row 3.6), and the mark that may be a birthmark. */
    signs: z.array(thresholdRow(signBands)).min(1),
    injury: z.strictObject({
      findings: z.array(z.enum(findingCodes)).min(1),
      mobility: z.array(z.enum(mobilities)).min(1),
      text: ruleText,
      steps: z.array(ruleText).min(1),
      /** By when the strategy discussion is settled; a revision of before it was asked sets no limit. */
      strategy: z.strictObject({ within: limitSchema, ...sourced }).optional(),
      ...sourced,
    }),
    firstObservations: z.strictObject({ within: limitSchema, ...sourced }),
    debrief: z.strictObject({
      within: limitSchema,
      after: z.array(z.enum(debriefCauses)),
      ...sourced,
    }),
    /** Who takes over when a limit runs out, in their order (decision 32). */
    takeOver: z.strictObject({ order: z.array(ruleText).min(1), ...sourced }),
    helpers: z.array(
      z.strictObject({ helper: z.enum(helpers), when: ruleText, record: ruleText, ...sourced }),
    ),
    /** What to say, by situation, background, assessment and request; words in braces are filled in. */
    say: z.array(z.strictObject({ id: ruleCode, lines: z.array(ruleText).min(1), ...sourced })),
    notes: z.array(z.strictObject({ text: ruleText, ...sourced })),
  })
  .superRefine((content, context) => {
    checkIds([...content.routes, ...content.signs, ...content.say], context)
    const complain = (message: string) => context.addIssue({ code: 'custom', message })
    const routes = new Set(content.routes.map(({ id }) => id))
    for (const band of bandKeys) {
      const rows = content.bands.filter((row) => row.band === band)
      if (rows.length !== 1) complain(`The band ${band} must be listed once`)
    }
    for (const { band, route } of content.bands)
      if (!routes.has(route))
        complain(`The band ${band} names the route ${route}, which is not there`)
    const said = new Set(content.say.map(({ id }) => id))
    for (const { id, say } of content.routes)
      if (!said.has(say)) complain(`The route ${id} names the words ${say}, which are not there`)
    for (const { id, lines } of content.say)
      for (const word of lines.flatMap((line) => [...line.matchAll(/\{([^}]*)\}/g)]))
        if (!sayKeys.some((key) => key === word[1]))
          complain(`The words ${id} ask for {${word[1]}}, which the record does not hold`)
    for (const { id, steps } of content.routes)
      for (const step of steps)
        if (step.ring.some((helper) => !step.metBy.includes(helper)))
          complain(`In the route ${id}, the step ${step.id} is not met by those whom it rings`)
  })
export type EscalationContent = z.infer<typeof escalationContentSchema>

interface Lookup {
  ranks: ReadonlyMap<BandKey, number>
  routes: ReadonlyMap<BandKey, Route>
}

const lookups = new WeakMap<EscalationContent, Lookup>()

/** Bands by name, looked up once for each revision: a report asks thousands of times. */
function lookupOf(content: EscalationContent): Lookup {
  const known = lookups.get(content)
  if (known) return known
  const byId = new Map(content.routes.map((route) => [route.id, route]))
  const lookup = {
    ranks: new Map(content.bands.map(({ band }, rank) => [band, rank])),
    routes: new Map(
      content.bands.flatMap(({ band, route }) => {
        const found = byId.get(route)
        return found ? [[band, found] as const] : []
      }),
    ),
  }
  lookups.set(content, lookup)
  return lookup
}

/** How strict a band is: 0 is the strictest. */
export const rankOf = (content: EscalationContent, band: BandKey): number =>
  lookupOf(content).ranks.get(band) ?? bandKeys.length

export const bandLabel = (content: EscalationContent, band: BandKey): string =>
  content.bands.find((row) => row.band === band)?.label ?? band

/** The route of a band. The schema has made sure that there is one. */
export function routeOf(content: EscalationContent, band: BandKey): Route {
  const route = lookupOf(content).routes.get(band)
  if (!route) throw new Error(`No route for the band ${band}`)
  return route
}
