import type { Backup } from './backup-list.ts'

/** How many backups are kept of each kind (reliability.md 4.5). */
export const keptBackups = { hours: 24, days: 30, months: 12, beforeMigration: 3 }

/**
 * The backups that need not be kept: all but the newest of each of the last 24 hours, 30 days and 12 months
 * that have one, and the last three made before a migration. The newest is always keptBackups.
 */
export function superfluous(backups: readonly Backup[]): Backup[] {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : -1))
  const keep = new Set<Backup>(newestFirst.slice(0, 1))
  const routine = newestFirst.filter(({ reason }) => reason !== 'before-migration')
  for (const [letters, most] of [
    [13, keptBackups.hours],
    [10, keptBackups.days],
    [7, keptBackups.months],
  ] as const)
    for (const backup of firstOfEach(routine, letters, most)) keep.add(backup)
  const before = newestFirst.filter(({ reason }) => reason === 'before-migration')
  for (const backup of before.slice(0, keptBackups.beforeMigration)) keep.add(backup)
  return newestFirst.filter((backup) => !keep.has(backup))
}

/** The newest of each hour, day or month, which is what the first letters of an instant name. */
function firstOfEach(newestFirst: readonly Backup[], letters: number, most: number): Backup[] {
  const periods = new Map<string, Backup>()
  for (const backup of newestFirst) {
    const period = backup.at.slice(0, letters)
    if (!periods.has(period) && periods.size < most) periods.set(period, backup)
  }
  return [...periods.values()]
}
