import { type Level, levelLabels } from '#domain/assurance/levels.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'

const tones: Record<Level, Tone> = {
  substantial: 'good',
  reasonable: 'info',
  limited: 'warning',
  none: 'danger',
  'not-tested': 'neutral',
}

/** A level of assurance as a word in a box. */
export const LevelTag = ({ level }: { level: Level }) => (
  <Tag tone={tones[level]}>{levelLabels[level]}</Tag>
)
