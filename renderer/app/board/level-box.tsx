import { assertNever } from '#domain/shared/failure.ts'
import type { CellLevel } from '#domain/supervision/codes.ts'
import type { CardLevel } from './board-view.ts'

/** How much a level must catch the eye; the word on it says the rest. */
function weight(level: CellLevel): 'most' | 'much' | 'some' {
  switch (level) {
    case 'not-allowed':
    case 'SUP-0':
    case 'SUP-1':
      return 'most'
    case 'SUP-2':
      return 'much'
    case 'SUP-3':
    case 'SUP-4':
      return 'some'
    default:
      return assertNever(level)
  }
}

/** One side of the card: where, and the level in capitals. A dashed edge and the word say that it is the fallback. */
export function LevelBox({ where, level }: { where: string; level: CardLevel }) {
  const fallback = level.fallback !== undefined
  return (
    <div
      className={`board-level board-level--${weight(level.level)}${fallback ? ' board-level--fallback' : ''}`}
    >
      <span className="board-level__where">
        {where}
        {fallback && <span className="app-hidden"> (fallback)</span>}
      </span>
      <strong className="board-level__name">{level.levelName}</strong>
      {level.stricterFor && <span className="board-level__where">{level.stricterFor}</span>}
    </div>
  )
}
