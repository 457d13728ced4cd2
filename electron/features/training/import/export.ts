import { writeXlsx } from 'hucre/xlsx'
import { type CellValue, type DataTable, date, text } from '#domain/assurance/tables/table.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { codesIn } from '#domain/training/facts.ts'
import { type ImportKind, importColumns } from '#domain/training/import/columns.ts'
import { type Agency, agencyLabels } from '#domain/training/record.ts'
import { employmentLabels, professionLabels } from '#domain/users/staff.ts'
import { certificate } from '#drizzle/schema/training.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { newest, standing } from '../../../platform/standing.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { csvText } from '../../assurance/formats/csv-text.ts'
import { sheetOf } from '../../assurance/formats/xlsx.ts'
import { listStaff } from '../../users/staff-service.ts'
import { listCourses } from '../courses.ts'
import { needMayImport } from './plan-import.ts'
import type { ExportInput } from './schemas.ts'

const certificates = standing(
  certificate,
  ['staffId', 'courseId', 'completedOn', 'expiresOn', 'minutes', 'topics', 'agenciesPresent'],
  '1',
  't.completed_on desc, t.record_id',
)

type Values = Record<string, CellValue>

const labelIn = (labels: Record<string, string>, code: string) => labels[code] ?? code

const staffRows = (db: ReadDb): Values[] =>
  listStaff(db).map(({ name, registration, profession, employment, startedOn, leftOn }) => ({
    name,
    registration,
    profession: labelIn(professionLabels, profession),
    employment: labelIn(employmentLabels, employment),
    startedOn,
    leftOn,
  }))

function certificateRows(db: ReadDb): Values[] {
  const people = new Map(listStaff(db).map((one) => [one.recordId, one]))
  const titles = new Map(listCourses(db).map(({ id, title }) => [id, title]))
  const agencies = (text: string) =>
    codesIn(text)
      .map((code) => agencyLabels[code as Agency] ?? code)
      .join('; ') || 'none'
  return certificates.at(db, newest).map((one) => ({
    name: people.get(one.staffId)?.name ?? '',
    registration: people.get(one.staffId)?.registration ?? null,
    course: titles.get(one.courseId) ?? '',
    completedOn: one.completedOn,
    expiresOn: one.expiresOn,
    hours: one.minutes === null ? null : Math.round(one.minutes / 0.6) / 100,
    topics: one.topics || null,
    agencies: one.agenciesPresent === null ? null : agencies(one.agenciesPresent),
  }))
}

/** Columns of the file: those that an import reads, under the headings that it knows by itself. */
const columnsOf = (kind: ImportKind) =>
  importColumns[kind].filter(({ key }) => key !== 'familyName' && key !== 'givenName')

function tableOf(kind: ImportKind, rows: readonly Values[]): DataTable {
  const columns = columnsOf(kind)
  return {
    name: kind === 'staff' ? 'Staff' : 'Certificates',
    about: kind === 'staff' ? 'A row for each member of staff' : 'A row for each certificate',
    columns: columns.map(({ key, label, isDate }) => (isDate ? date : text)(key, label)),
    rows: rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
  }
}

/**
 * The register as a spreadsheet that this app imports again, or its headings alone. Nothing in it is a formula:
 * in XLSX every text is a text, in CSV what could be taken for one is neutralised.
 */
export async function exportSheet(ctx: ReadContext, { kind, format, empty }: ExportInput) {
  needMayImport(ctx, kind)
  const rows = empty ? [] : kind === 'staff' ? staffRows(ctx.db) : certificateRows(ctx.db)
  const table = tableOf(kind, rows)
  const name = `${empty ? 'template' : dateOf(ctx.now)}-${table.name.toLowerCase()}.${format}`
  const bytes =
    format === 'csv'
      ? new TextEncoder().encode(csvText(table))
      : await writeXlsx({ sheets: [sheetOf(table, 'Staff in confidence')] })
  return { name, bytes: Uint8Array.from(bytes) }
}
