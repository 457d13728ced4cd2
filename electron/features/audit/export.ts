import { createHash } from 'node:crypto'
import { writeXlsx } from 'hucre/xlsx'
import type { DataTable } from '#domain/assurance/tables/table.ts'
import { flag, text, whole } from '#domain/assurance/tables/table.ts'
import type { AuditFilter } from '#domain/audit/filter.ts'
import { entryKinds } from '#domain/audit/kinds.ts'
import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import { refuse } from '#domain/shared/failure.ts'
import { roleLabels } from '#domain/users/roles.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { csvText } from '../assurance/formats/csv-text.ts'
import { sheetOf } from '../assurance/formats/xlsx.ts'
import { type AuditEntry, auditEntries, namedIn } from './entries.ts'

/** More lines than this are asked for in parts, by dates. */
export const mostExported = 20_000

const classification = 'Official-Sensitive: names patients and staff'

function tableOf(entries: readonly AuditEntry[]): DataTable {
  return {
    name: 'Audit',
    about: 'A row for each entry of the audit, newest first',
    columns: [
      whole('seq', 'Number'),
      text('at', 'When, UTC'),
      text('local', 'When, on the unit'),
      text('who', 'Who'),
      text('role', 'Role'),
      text('kind', 'Kind'),
      text('what', 'What'),
      text('about', 'About whom'),
      text('record', 'Record'),
      whole('version', 'Version'),
      text('reason', 'Why'),
      flag('breakGlass', 'Emergency access'),
    ],
    rows: entries.map((one) => [
      one.seq,
      one.at,
      formatDateTime(one.at),
      one.who,
      roleLabels[one.role],
      entryKinds[one.kind].label,
      one.what,
      one.people.map(({ name }) => name).join('; ') ||
        (one.peopleCount > 0 ? `${one.peopleCount} people` : null),
      one.entityId || null,
      one.entityVersion,
      one.reason || null,
      one.breakGlass,
    ]),
  }
}

interface Export {
  filter: AuditFilter
  format: 'csv' | 'xlsx'
  reason: string
}

/**
 * The lines that fit the filter as a file. That it was taken, why, of how many lines and with which hash is in
 * the audit before it is given. Refuses more than 20,000 lines, and a filter that fits nothing.
 */
export async function exportAudit(ctx: ReadContext, { filter, format, reason }: Export) {
  const entries = auditEntries(ctx.db, filter, undefined, mostExported + 1)
  if (entries.length === 0)
    refuse('invalid', 'Nothing fits this filter, so there is nothing to save. Change the filter')
  if (entries.length > mostExported)
    refuse('invalid', 'More than 20,000 entries fit. Choose a shorter time or one person')
  const table = tableOf(entries)
  const bytes =
    format === 'csv'
      ? new TextEncoder().encode(csvText(table))
      : await writeXlsx({ sheets: [sheetOf(table, classification)] })
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'audit.exported',
        entity: 'audit',
        entityId: '',
        patients: namedIn(entries),
        reason,
        afterHash: createHash('sha256').update(bytes).digest('hex'),
        payload: { format, entries: entries.length },
      },
    ],
  }))
  return {
    name: `audit-${dateOf(ctx.now)}.${format}`,
    bytes: Uint8Array.from(bytes),
    entries: entries.length,
  }
}
