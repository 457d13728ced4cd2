import { z } from 'zod'
import { levels } from './levels.ts'

const line = z.string()

/** What another framework asks, answered by the same measures (assurance.md, opening). */
export const otherFrameworkSchema = z.strictObject({
  id: line,
  version: z.number().int().positive(),
  title: line,
  source: z.strictObject({ document: line, publisher: line, section: line }),
  requirements: z.array(
    z.strictObject({
      id: line,
      short: line,
      words: line,
      level: z.enum(levels),
      reason: line,
      n: z.number().int().nonnegative(),
      /** Of the measures that answer it, in this report. */
      measures: z.array(line),
    }),
  ),
  /** Requirements that rest on measures which this report does not have. */
  left: z.array(line),
})
export type OtherFrameworkModel = z.infer<typeof otherFrameworkSchema>
