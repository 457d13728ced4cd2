import { folded } from '../../shared/folded-text.ts'

/** What a spreadsheet of training, staff or shifts may hold, and the headings under which it is usually found. */

export const importKinds = ['certificates', 'staff', 'roster'] as const
export type ImportKind = (typeof importKinds)[number]

export const importKindLabels: Record<ImportKind, string> = {
  certificates: 'Certificates: who has done which course',
  staff: 'Staff: who works on the unit',
  roster: 'Roster: who is on which shift',
}

export interface ImportColumn {
  key: string
  label: string
  /** Other headings that mean the same. */
  also: readonly string[]
  isDate?: true
  /** A time of day, perhaps with its day before it. */
  isTime?: true
}

const person: readonly ImportColumn[] = [
  {
    key: 'name',
    label: 'Name',
    also: [
      'full name',
      'staff name',
      'employee name',
      'employee',
      'staff',
      'person',
      'staff member',
    ],
  },
  { key: 'familyName', label: 'Family name', also: ['surname', 'last name'] },
  { key: 'givenName', label: 'First name', also: ['given name', 'forename', 'first names'] },
  {
    key: 'registration',
    label: 'Registration number',
    also: ['registration', 'nmc pin', 'nmc', 'gmc number', 'gmc', 'pin', 'registration no'],
  },
]

/** The columns of each kind; the labels are the headings of the template and of the export. */
export const importColumns: Record<ImportKind, readonly ImportColumn[]> = {
  certificates: [
    ...person,
    {
      key: 'course',
      label: 'Course',
      also: ['course title', 'course name', 'training', 'competence name', 'competency', 'title'],
    },
    {
      key: 'completedOn',
      label: 'Completed',
      also: [
        'date completed',
        'completion date',
        'completed on',
        'date attended',
        'date done',
        'date',
      ],
      isDate: true,
    },
    {
      key: 'expiresOn',
      label: 'Expires',
      also: ['expiry date', 'expiry', 'expires on', 'valid until', 'renewal date'],
      isDate: true,
    },
    { key: 'hours', label: 'Hours', also: ['duration', 'duration hours', 'length in hours'] },
    { key: 'topics', label: 'Topics', also: ['topic codes', 'trn'] },
    {
      key: 'agencies',
      label: 'Other agencies present',
      also: ['agencies', 'agencies present', 'other agencies', 'partners'],
    },
  ],
  staff: [
    ...person,
    {
      key: 'profession',
      label: 'Profession',
      also: ['role', 'job title', 'job role', 'position title', 'staff group'],
    },
    {
      key: 'employment',
      label: 'Employed as',
      also: ['employment', 'contract', 'assignment category', 'employment type', 'contract type'],
    },
    {
      key: 'startedOn',
      label: 'Started',
      also: ['start date', 'date started', 'started on', 'hire date', 'latest start date'],
      isDate: true,
    },
    {
      key: 'leftOn',
      label: 'Left',
      also: ['leaving date', 'end date', 'left on', 'date left', 'termination date'],
      isDate: true,
    },
  ],
  roster: [
    ...person,
    {
      key: 'day',
      label: 'Day',
      also: ['date', 'shift date', 'duty date', 'date of shift', 'start date'],
      isDate: true,
    },
    {
      key: 'starts',
      label: 'Starts',
      also: ['start', 'start time', 'from', 'shift start', 'starts at', 'actual start'],
      isTime: true,
    },
    {
      key: 'ends',
      label: 'Ends',
      also: ['end', 'end time', 'finish', 'finish time', 'to', 'shift end', 'actual end'],
      isTime: true,
    },
    {
      key: 'nurseInCharge',
      label: 'Nurse in charge',
      also: ['in charge', 'nic', 'charge'],
    },
  ],
}

/** What must be in the file besides the name. */
const needed: Record<ImportKind, readonly string[]> = {
  certificates: ['course', 'completedOn'],
  staff: ['profession', 'employment', 'startedOn'],
  // The day may stand before the time in the same cell.
  roster: ['starts', 'ends'],
}

/** Which column of the sheet, from 0, holds what. */
export type ColumnMap = Readonly<Record<string, number>>

/** A heading for comparing: "Date Completed:" and "date_completed" are one. */
const plain = (heading: string) =>
  folded(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Which column holds what, as far as the headings tell; each column is taken once. What was said of the last
 * file of the kind goes before every guess.
 */
export function guessColumns(
  kind: ImportKind,
  headings: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): ColumnMap {
  const open = headings.map(plain)
  const map: Record<string, number> = {}
  const take = (key: string, wanted: readonly string[]) => {
    if (map[key] !== undefined) return
    for (const heading of wanted.map(plain)) {
      const at = heading === '' ? -1 : open.indexOf(heading)
      if (at < 0) continue
      map[key] = at
      open[at] = ''
      return
    }
  }
  const columns = importColumns[kind]
  for (const { key } of columns) take(key, [remembered[key] ?? ''])
  for (const { key, label } of columns) take(key, [label])
  for (const { key, also } of columns) take(key, also)
  return map
}

/** What is missing or twice in a map, each at its column; empty where it can be used. */
export function columnFaults(kind: ImportKind, map: ColumnMap, width: number) {
  const has = (key: string) => map[key] !== undefined
  const faults: { field: string; message: string }[] = []
  if (!has('name') && !(has('familyName') && has('givenName')))
    faults.push({
      field: 'name',
      message: 'Say which column holds the name, or which two hold family name and first name',
    })
  for (const { key, label } of importColumns[kind])
    if (needed[kind].includes(key) && !has(key))
      faults.push({ field: key, message: `Say which column holds: ${label}` })
  const used = new Map<number, string>()
  for (const { key } of importColumns[kind]) {
    const at = map[key]
    if (at === undefined) continue
    if (at >= width) faults.push({ field: key, message: 'Choose a column of this sheet' })
    else if (used.has(at))
      faults.push({ field: key, message: 'This column is taken for something else already' })
    used.set(at, key)
  }
  return faults
}

const known: ReadonlySet<string> = new Set(
  importKinds.flatMap((kind) =>
    importColumns[kind].flatMap(({ label, also }) => [label, ...also].map(plain)),
  ),
)

/** How many cells of a row are headings under which such a sheet usually has something. */
export const headingsKnownIn = (cells: readonly string[]): number =>
  new Set(cells.map(plain).filter((cell) => known.has(cell))).size
