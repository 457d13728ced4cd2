/**
 * Episodes of the mother that affect care of the child (Finding Two d): they are about every baby of hers on
 * the unit, and whoever is told hears what they mean for care of the baby.
 */
export const eventsOfMother: readonly string[] = ['COM-07']

interface ActStatus {
  recordId: string
  code: string
  startsAt: string
  endedAt: string | null
}

/** Codes of no section: informal, not applicable, not known (NHS Data Dictionary). */
const noSection: readonly string[] = ['01', '98', '99']

/**
 * The status before this one, where the section is another by it; undefined for the first that is recorded,
 * for the same section going on, and for informal after a section whose end was told by itself.
 */
export function sectionBefore<Status extends ActStatus>(
  all: readonly Status[],
  now: Status,
): Status | undefined {
  const before = all
    .filter(({ recordId, startsAt }) => recordId !== now.recordId && startsAt < now.startsAt)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .at(-1)
  if (!before || before.code === now.code) return undefined
  const endWasTold =
    noSection.includes(now.code) && before.endedAt !== null && before.endedAt <= now.startsAt
  return endWasTold ? undefined : before
}

/**
 * When a section ended and nothing followed it: she stays as an informal patient, and others hear of that too.
 * Null while it stands, where another status had begun by then, and for what is no section.
 */
export function endedByItself<Status extends ActStatus>(
  all: readonly Status[],
  { recordId, code, startsAt, endedAt }: Status,
): string | null {
  if (endedAt === null || noSection.includes(code)) return null
  const followed = all.some(
    (one) => one.recordId !== recordId && one.startsAt > startsAt && one.startsAt <= endedAt,
  )
  return followed ? null : endedAt
}
