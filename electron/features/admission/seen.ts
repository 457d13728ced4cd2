import { refuse } from '#domain/shared/failure.ts'

/** Refuses where somebody else wrote after the screen was shown; both are kept, and the clash is told. */
export function checkSeen(seen: number, there: { version: number } | undefined): void {
  if (seen !== (there?.version ?? 0))
    refuse(
      'clash',
      'Somebody else entered something here meanwhile. It is kept: look at it, then enter yours again if it is still right',
    )
}

/** Why a later version of an answer or an item was made: the new content says the rest. */
export const again = 'Newer information'
