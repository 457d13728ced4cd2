import type { ImportKind } from '#domain/training/import/columns.ts'

/** What a sheet of each kind holds, within a sentence. */
export const sheetWords: Record<ImportKind, string> = {
  certificates: 'certificates',
  staff: 'staff',
  roster: 'shifts, a row for each person’s shift',
}

/** What a row of each kind is about, as the heading of its column. */
export const rowWords: Record<ImportKind, string> = {
  certificates: 'Course',
  staff: 'Profession',
  roster: 'Shift',
}
