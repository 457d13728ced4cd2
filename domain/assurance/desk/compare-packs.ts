import { withheldWord } from '../disclosure.ts'
import { quantityText, tenthsText } from '../figure-text.ts'
import { levelLabels } from '../levels.ts'
import type { DeskMeasure, DeskRequirement, PackSummary } from './pack-summary.ts'

/**
 * Packs side by side: every rate with its n, in the order in which the packs were chosen. There is no rank and
 * no order by rate: units differ in whom they admit, and most figures are too small to rank by (assurance.md 5).
 */

/** The most packs that a person reads side by side. */
export const mostSideBySide = 60

export interface ComparedCell {
  /** A rate, always with its n; or why there is none. */
  text: string
  /** Why the cell is not to be held against the others; null where it may be. */
  but: string | null
}

export interface ComparedRow {
  requirement: string
  /** Null for the level of the requirement. */
  measure: string | null
  title: string
  cells: ComparedCell[]
}

/** The level and the measures of every requirement that any of the packs has, a cell for each pack. */
export function comparePacks(packs: readonly PackSummary[]): ComparedRow[] {
  const ids = [...new Set(packs.flatMap(({ requirements }) => requirements.map(({ id }) => id)))]
  return ids.flatMap((id) => {
    const own = packs.map(({ requirements }) => requirements.find((one) => one.id === id))
    const short = own.find((one) => one !== undefined)?.short ?? ''
    const measures = [
      ...new Set(own.flatMap((one) => one?.measures.map((measure) => measure.id) ?? [])),
    ]
    return [
      { requirement: id, measure: null, title: short, cells: own.map(levelCell) },
      ...measures.map((measure) => measureRow(id, measure, own)),
    ]
  })
}

const plain = (text: string): ComparedCell => ({ text, but: null })

function levelCell(one: DeskRequirement | undefined): ComparedCell {
  if (!one) return plain('not in this report')
  return plain(one.level === withheldWord ? withheldWord : levelLabels[one.level])
}

function measureRow(
  requirement: string,
  id: string,
  own: readonly (DeskRequirement | undefined)[],
): ComparedRow {
  const found = own.map((one) => one?.measures.find((measure) => measure.id === id))
  const kept = found.filter((one) => one !== undefined)
  const versions = new Set(kept.flatMap(({ version }) => version ?? []))
  const newest = Math.max(0, ...versions)
  return {
    requirement,
    measure: id,
    title: kept[0]?.title ?? '',
    cells: found.map((one) => figureCell(one, newest)),
  }
}

function figureCell(one: DeskMeasure | undefined, newest: number): ComparedCell {
  if (!one) return plain('not in this report')
  if (one.version === null) return plain('no records')
  const n = quantityText(one.n, one.unit)
  const text = `${tenthsText(one.rateTenths)} of n ${n}`
  if (one.version !== newest)
    return { text, but: `counted by version ${one.version} of its definition` }
  if (one.n !== withheldWord && one.n < one.minimumN) return { text, but: 'too few to judge by' }
  return plain(text)
}

/** One measure of one pack, each figure by itself: what a spreadsheet sorts and filters by. */
export interface FigureLine {
  requirement: string
  level: string
  measure: string
  title: string
  pass: number | null
  n: number | null
  rateTenths: number | null
  unit: 'count' | 'minutes'
  /** Why a figure is empty, or not to be held against others. */
  status: string
}

const shownOr = <T>(value: T | typeof withheldWord): T | null =>
  value === withheldWord ? null : value

/** Every figure of a pack, a line each; what is withheld is empty and says so. */
export const figureLines = ({ requirements }: PackSummary): FigureLine[] =>
  requirements.flatMap((one) =>
    one.measures.map((measure) => ({
      requirement: one.id,
      level: levelCell(one).text,
      measure: measure.id,
      title: measure.title,
      pass: shownOr(measure.pass),
      n: shownOr(measure.n),
      rateTenths: shownOr(measure.rateTenths),
      unit: measure.unit,
      status: statusOf(measure),
    })),
  )

function statusOf({ version, n, pass, rateTenths, minimumN }: DeskMeasure): string {
  if (version === null) return 'no records'
  if ([n, pass, rateTenths].includes(withheldWord)) return withheldWord
  if (n !== withheldWord && n < minimumN) return 'too few to judge by'
  return 'shown'
}
