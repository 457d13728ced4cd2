import { parseCsv } from 'hucre/csv'
import { z } from 'zod'
import { measureIds } from '#domain/assurance/catalogue.ts'
import { type Framework, frameworkFaults, frameworkSchema } from '#domain/assurance/framework.ts'
import { frameworkFromTable } from '#domain/assurance/frameworks/from-table.ts'
import {
  contentOf,
  frameworksIn,
  otherFrameworks,
  withFramework,
} from '#domain/assurance/frameworks/rule-content.ts'
import { Refusal, refuse } from '#domain/shared/failure.ts'
import { fieldMessages } from '#domain/shared/field-messages.ts'
import { note } from '#domain/shared/text.ts'
import type { CommandContext } from '../../../platform/serve.ts'
import { importDraft } from '../../rule-sets/draft-service.ts'
import { ruleInForce } from '../../rule-sets/in-force.ts'

export const importFrameworkInput = z.strictObject({
  text: z.string().max(500_000, 'This file is too large for a framework. Choose another'),
  changes: note,
})

/** No framework has as many lines of enquiry; whoever has is told, and nothing is cut off in silence. */
const mostRows = 5_000

/** The most faults that are told at once: a file with more is best mended from the top. */
const mostFaults = 30

/**
 * Reads a framework from a file (JSON, or a table as CSV) as a draft beside those in force. It changes nothing until
 * somebody else approves it; one that is there already gets its next version.
 */
export function importFramework(ctx: CommandContext, input: z.output<typeof importFrameworkInput>) {
  const text = input.text.replace(/^\uFEFF/, '')
  const read = text.trimStart().startsWith('{') ? fromJson(text) : fromCsv(text)
  const inForce = ruleInForce(ctx.db, otherFrameworks, ctx.now)
  const frameworks = withFramework(frameworksIn(inForce.content), read)
  return importDraft(
    ctx,
    [otherFrameworks],
    {
      kind: otherFrameworks.kind,
      revision: '1',
      title: otherFrameworks.title,
      source: frameworks.map(({ title, source }) => `${title} (${source.publisher})`).join('; '),
      effectiveFrom: ctx.now,
      reviewDue: null,
      content: contentOf(frameworks),
    },
    { inForce: inForce.recordId, changes: input.changes },
  )
}

type Read = Omit<Framework, 'version'>

function fromJson(text: string): Read {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    refuseFile(['This is not whole JSON. Save it again, and choose it once more'])
  }
  // The app counts the versions itself; one that stands in the file is of somebody else's counting.
  const parsed = frameworkSchema.partial({ version: true }).safeParse(json)
  if (!parsed.success)
    return refuseFile(
      fieldMessages(parsed.error).map(({ field, message }) => `${field || 'The file'}: ${message}`),
    )
  const faults = frameworkFaults({ ...parsed.data, version: 1 }, measureIds)
  if (faults.length > 0) return refuseFile(faults)
  const { version: _, ...read } = parsed.data
  return read
}

function fromCsv(text: string): Read {
  const rows = parseCsv(text, { maxRows: mostRows + 1, unescapeFormulae: true }) as unknown[][]
  if (rows.length > mostRows)
    refuseFile([`This table has more than ${mostRows} rows. Choose one with one framework`])
  const read = frameworkFromTable(
    rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    measureIds,
  )
  return read.ok
    ? read.framework
    : refuseFile(read.faults.map(({ line, message }) => `Line ${line}: ${message}`))
}

function refuseFile(faults: readonly string[]): never {
  const told = faults.slice(0, mostFaults)
  if (told.length === 0) refuse('invalid', 'This file cannot be read')
  throw new Refusal({
    code: 'invalid',
    message: 'This framework cannot be used as it is',
    fields: told.map((message) => ({ field: 'text', message })),
  })
}
