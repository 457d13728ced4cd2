import type { ChronologyLine } from '#domain/chronology/line.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { RegisterFile } from '../documents/files.ts'
import { staffNameOf } from '../users/staff-names.ts'
import type { WholeFamily } from './family.ts'
import { documentLines, ownLines } from './own-lines.ts'
import { unitLines } from './unit-lines.ts'

/** Every line of the page of history of a family, in no order. */
export function linesOf(
  db: ReadDb,
  family: WholeFamily,
  files: readonly RegisterFile[],
  now: Instant,
): ChronologyLine[] {
  const nameOf = staffNameOf(db)
  return [
    ...ownLines(db, family.motherId, files, nameOf, now),
    ...documentLines(files, nameOf, now),
    ...unitLines(db, family, nameOf, now),
  ]
}
