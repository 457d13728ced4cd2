/**
 * Episodes of the mother that affect care of the child (Finding Two d): they are about every baby of hers on
 * the unit, and whoever is told hears what they mean for care of the baby.
 */
export const eventsOfMother: readonly string[] = ['COM-07']

interface ActStatus {
  recordId: string
  code: string
  startsAt: string
}

/**
 * The status before this one, where the section is another by it; undefined for the first that is recorded,
 * and for the same section going on.
 */
export function sectionBefore<Status extends ActStatus>(
  all: readonly Status[],
  now: Status,
): Status | undefined {
  const before = all
    .filter(({ recordId, startsAt }) => recordId !== now.recordId && startsAt < now.startsAt)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .at(-1)
  return before && before.code !== now.code ? before : undefined
}
