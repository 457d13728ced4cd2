import type { MemberClass } from '#domain/assurance/measure.ts'
import type { Tone } from '../../ui/tag.tsx'

/** The tone of each class's tag; its word says what it is. */
export const classTone: Record<MemberClass, Tone> = {
  pass: 'good',
  fail: 'danger',
  incomplete: 'warning',
  'not-eligible': 'neutral',
}
