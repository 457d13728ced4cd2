import { createHash } from 'node:crypto'
import { schemaHash } from '../migrate.ts'
import type { Store } from '../store.ts'
import {
  auditOut,
  type Cell,
  cellOf,
  chainAfter,
  chainBefore,
  formatName,
  formatVersion,
  type Head,
  partBytes,
} from './lines.ts'
import { outTables } from './tables.ts'

const sha256 = /^[0-9a-f]{64}$/

/**
 * Everything that had been recorded by an entry of the audit, line by line, each with its line end: every version
 * of every record, the audit, and the attached files. The same records give the same lines, in whichever store
 * they are. Nothing is held back but keys: whoever has the file has the whole record in the clear.
 */
export function* everythingLines(
  store: Store,
  unit: Head['unit'],
  seq: number,
): Generator<string, { lines: number; sha256: string }, void> {
  const hash = createHash('sha256')
  let lines = 0
  const line = (content: object) => {
    const text = `${JSON.stringify(content)}\n`
    hash.update(text)
    lines += 1
    return text
  }
  const { raw } = store
  const at = raw.prepare('select at from audit where seq = ?').pluck().get(seq)
  if (typeof at !== 'string') throw new Error('There is no such entry of the audit')
  const layout = {
    number: raw.pragma('user_version', { simple: true }) as number,
    schema: schemaHash(raw),
  }
  const head: Head = { format: formatName, formatVersion, unit, cut: { seq, at }, layout }
  yield line(head)
  const attached = new Set<string>()
  for (const table of outTables(raw))
    for (const row of pages(store, table.select, seq)) {
      const cells = row.map(cellOf)
      for (const one of cells)
        if (typeof one === 'string' && sha256.test(one) && store.attachments.has(one))
          attached.add(one)
      yield line({ table: table.name, row: named(table.columns, cells) })
    }
  let chain = chainBefore
  const entries = `select ${auditOut.join(', ')} from audit t where t.seq <= ? order by t.rowid`
  for (const row of pages(store, entries, seq)) {
    const entry = named(auditOut, row.map(cellOf))
    chain = chainAfter(chain, entry)
    yield line({ audit: entry, chain })
  }
  for (const one of [...attached].sort()) yield* attachmentLines(store, one, line)
  const end = { lines, sha256: hash.digest('hex') }
  yield `${JSON.stringify({ end })}\n`
  return end
}

const named = (names: readonly string[], cells: readonly Cell[]) =>
  Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null]))

const pageRows = 500

/** The rows in pages: no statement stays open while others write between two steps. */
function* pages(store: Store, select: string, seq: number): Generator<unknown[], void, void> {
  const paged = select
    .replace('select ', 'select t.rowid, ')
    .replace(' order by t.rowid', ` and t.rowid > ? order by t.rowid limit ${pageRows}`)
  const statement = store.raw.prepare(paged).raw()
  let after = -1
  for (;;) {
    const rows = statement.all(seq, after) as [number, ...unknown[]][]
    for (const [, ...row] of rows) yield row
    const last = rows.at(-1)
    if (!last) return
    after = last[0]
  }
}

function* attachmentLines(
  store: Store,
  attachment: string,
  line: (content: object) => string,
): Generator<string, void, void> {
  const bytes = Buffer.concat(store.attachments.get(attachment) ?? [])
  const of = Math.ceil(bytes.length / partBytes)
  for (let part = 0; part < of; part += 1)
    yield line({
      attachment,
      part,
      of,
      base64: bytes.subarray(part * partBytes, (part + 1) * partBytes).toString('base64'),
    })
}
