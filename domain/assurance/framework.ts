import { z } from 'zod'
import { ruleText } from '../shared/source.ts'

/**
 * What a visit asks, as data (assurance.md, opening): requirement in the words of its source, key lines of
 * enquiry (domain.md 7.3), and the measures that answer each. A new version never replaces an older one.
 */

/** A paragraph of the source at most: longer words are cut into lines of enquiry. */
export const longestWords = 5_000
export const tooManyWords = 'Shorten it to 5,000 characters or fewer'
const line = ruleText.refine((text) => text.length <= longestWords, tooManyWords)

export const lineOfEnquirySchema = z.strictObject({
  id: line,
  question: line,
  /** Kinds of evidence that a visitor looks for. */
  evidence: z.array(line),
  /** Ids of the measure catalogue. */
  measures: z.array(line),
})
export type LineOfEnquiry = z.infer<typeof lineOfEnquirySchema>

export const requirementSchema = z.strictObject({
  id: line,
  /** A name of a few words, for tables; never instead of the source's words. */
  short: line,
  finding: line,
  /** Who is asked, as the source introduces the requirement. */
  addressedTo: line,
  /** The requirement in the source's own words. */
  words: line,
  linesOfEnquiry: z.array(lineOfEnquirySchema).min(1),
})
export type Requirement = z.infer<typeof requirementSchema>

export const frameworkSchema = z.strictObject({
  id: line,
  version: z.number().int().positive(),
  title: line,
  source: z.strictObject({ document: line, publisher: line, section: line }),
  findings: z.array(z.strictObject({ id: line, words: line })),
  requirements: z.array(requirementSchema).min(1),
})
export type Framework = z.infer<typeof frameworkSchema>

export const measuresOf = (requirement: Requirement): string[] =>
  requirement.linesOfEnquiry.flatMap((enquiry) => enquiry.measures)

/** What is wrong with a framework beyond its shape, in plain English; empty where it can be used. */
export function frameworkFaults(framework: Framework, known: ReadonlySet<string>): string[] {
  const faults: string[] = []
  const findings = new Set(framework.findings.map((finding) => finding.id))
  for (const id of repeated(framework.requirements.map((requirement) => requirement.id)))
    faults.push(`Requirement ${id} is there twice`)
  for (const requirement of framework.requirements) {
    if (!findings.has(requirement.finding))
      faults.push(
        `Requirement ${requirement.id} names ${requirement.finding}, which is not in the list`,
      )
    for (const id of repeated(measuresOf(requirement)))
      faults.push(`Requirement ${requirement.id} counts measure ${id} twice`)
    for (const id of measuresOf(requirement))
      if (!known.has(id))
        faults.push(
          `Requirement ${requirement.id} names measure ${id}, which this app does not have`,
        )
  }
  return faults
}

/** Reads a framework. Throws where its shape is wrong or it names measures that are not in `known`. */
export function readFramework(json: unknown, known: ReadonlySet<string>): Framework {
  const framework = frameworkSchema.parse(json)
  const faults = frameworkFaults(framework, known)
  if (faults.length > 0) throw new Error(`The framework cannot be used. ${faults.join('. ')}`)
  return framework
}

const repeated = (ids: readonly string[]) => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]
