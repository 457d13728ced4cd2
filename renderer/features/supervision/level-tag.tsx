import type { CellLevel } from '#domain/supervision/codes.ts'
import { levelName, type SupervisionRules } from '#domain/supervision/rule-content.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'

const tones: Record<CellLevel, Tone> = {
  'not-allowed': 'danger',
  'SUP-0': 'danger',
  'SUP-1': 'danger',
  'SUP-2': 'warning',
  'SUP-3': 'neutral',
  'SUP-4': 'neutral',
}

/** A level as a word in a box. */
export function LevelTag({ rules, level }: { rules: SupervisionRules; level: CellLevel }) {
  return <Tag tone={tones[level]}>{levelName(rules, level)}</Tag>
}
