import { folded } from '#domain/shared/folded-text.ts'
import type { MatrixRow } from './view.ts'
import { isGap } from './words.ts'

/** Which people the matrix shows. */
export const whoLabels = {
  everybody: 'Everybody',
  doctors: 'Doctors',
  temporary: 'Bank and agency',
  gaps: 'With a gap',
} as const
export type Who = keyof typeof whoLabels

/** Whether anything that is asked of the person is missing, lapsed or not known. */
export const hasGap = ({ level, multiAgency, lifeSupport, topics }: MatrixRow): boolean =>
  [level, multiAgency, lifeSupport, ...topics].some(({ standing }) => isGap(standing))

const belongs: Record<Who, (row: MatrixRow) => boolean> = {
  everybody: () => true,
  doctors: ({ isDoctor }) => isDoctor,
  temporary: ({ employment }) => employment === 'bank' || employment === 'agency',
  gaps: hasGap,
}

/** The people of one kind whose name or profession holds what was typed. */
export function choosePeople(
  rows: readonly MatrixRow[],
  who: Who,
  typed: string,
): readonly MatrixRow[] {
  const words = folded(typed).split(' ').filter(Boolean)
  return rows.filter((row) => {
    if (!belongs[who](row)) return false
    const text = folded(`${row.name} ${row.group}`)
    return words.every((word) => text.includes(word))
  })
}
