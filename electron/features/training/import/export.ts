import { writeXlsx } from 'hucre/xlsx'
import { type CellValue, type DataTable, date, text } from '#domain/assurance/tables/table.ts'
import { addDays, dateOf, formatTime, instantToLocal, startOfDay } from '#domain/shared/calendar.ts'
import type { CivilDate, Instant } from '#domain/shared/time.ts'
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
import { dutiesBetween } from '../../users/shift.ts'
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

// Further ahead than anybody plans.
const aheadDays = 800

/** The shifts that begin on a day or after it. */
function rosterRows(db: ReadDb, from: CivilDate): Values[] {
  const people = new Map(listStaff(db).map((one) => [one.recordId, one]))
  const first = startOfDay(from)
  return dutiesBetween(db, first, addDays(first, aheadDays))
    .filter(({ startsAt }) => startsAt >= first)
    .map(({ staffId, name, startsAt, endsAt, nurseInCharge }) => ({
      name,
      registration: people.get(staffId)?.registration ?? null,
      day: dateOf(startsAt),
      starts: timeText(startsAt),
      ends: timeText(endsAt),
      nurseInCharge: nurseInCharge ? 'yes' : 'no',
    }))
}

/** A time; in the hour that comes twice with which of the two. */
function timeText(at: Instant): string {
  const { which } = instantToLocal(at)
  return which ? `${formatTime(at)} (${which})` : formatTime(at)
}

/** Columns of the file: those that an import reads, under the headings that it knows by itself. */
const columnsOf = (kind: ImportKind) =>
  importColumns[kind].filter(({ key }) => key !== 'familyName' && key !== 'givenName')

const sheets: Record<ImportKind, { name: string; about: string }> = {
  certificates: { name: 'Certificates', about: 'A row for each certificate' },
  staff: { name: 'Staff', about: 'A row for each member of staff' },
  roster: { name: 'Roster', about: 'A row for each shift of each person' },
}

const tableOf = (kind: ImportKind, rows: readonly Values[]): DataTable => {
  const columns = columnsOf(kind)
  return {
    ...sheets[kind],
    columns: columns.map(({ key, label, isDate }) => (isDate ? date : text)(key, label)),
    rows: rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
  }
}

function rowsOf({ db, now }: ReadContext, kind: ImportKind, from: CivilDate | undefined): Values[] {
  if (kind === 'staff') return staffRows(db)
  return kind === 'roster' ? rosterRows(db, from ?? dateOf(now)) : certificateRows(db)
}

/**
 * The register as a spreadsheet that this app imports again, or its headings alone. Nothing in it is a formula:
 * in XLSX every text is a text, in CSV what could be taken for one is neutralised.
 */
export async function exportSheet(ctx: ReadContext, { kind, format, empty, from }: ExportInput) {
  needMayImport(ctx, kind)
  const table = tableOf(kind, empty ? [] : rowsOf(ctx, kind, from))
  const name = `${empty ? 'template' : dateOf(ctx.now)}-${table.name.toLowerCase()}.${format}`
  const bytes =
    format === 'csv'
      ? new TextEncoder().encode(csvText(table))
      : await writeXlsx({ sheets: [sheetOf(table, 'Staff in confidence')] })
  return { name, bytes: Uint8Array.from(bytes) }
}
