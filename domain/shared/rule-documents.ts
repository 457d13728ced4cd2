import { z } from 'zod'
import { ruleText } from './source.ts'

/** The documents that a rule set draws on, and which copy of each was read. */
export const documentsSchema = z.array(
  z.strictObject({ title: ruleText, publisher: ruleText, read: ruleText }),
)

/** Complains about rows whose id comes twice. */
export const checkIds = (
  rows: readonly { id: string }[],
  context: { addIssue(issue: { code: 'custom'; message: string }): void },
): void => {
  const seen = new Set<string>()
  for (const { id } of rows) {
    if (seen.has(id)) context.addIssue({ code: 'custom', message: `The row ${id} is there twice` })
    seen.add(id)
  }
}
