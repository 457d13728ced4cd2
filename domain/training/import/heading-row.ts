import { headingsKnownIn } from './columns.ts'
import { type SheetRow, textIn } from './sheet.ts'

/** Headings stand among the first rows that hold anything, or nowhere. */
const lookedThrough = 15
/** One word of a title may be a heading too; two beside each other are headings. */
const surelyHeadings = 2

const textsOf = ({ cells }: SheetRow) => cells.map(textIn).filter((text) => text !== '')

/**
 * Which of the rows that hold anything has the headings, from 0: titles, days and logos may stand above them.
 * The row with the most headings that are known; where no row has two, the first that fills more than one cell,
 * or the one under it where that fills twice as many, all of them words.
 */
export function headingRow(rows: readonly SheetRow[]): number {
  const first = rows.slice(0, lookedThrough).map(textsOf)
  const counts = first.map(headingsKnownIn)
  const most = Math.max(0, ...counts)
  if (most >= surelyHeadings) return counts.indexOf(most)
  const wide = Math.max(
    0,
    rows.findIndex((row) => textsOf(row).length > 1),
  )
  const [here, under] = rows.slice(wide, wide + 2).map(textsOf)
  const isTitle =
    here !== undefined &&
    under !== undefined &&
    under.length >= here.length * 2 &&
    under.every((text) => !/\d/.test(text))
  return isTitle ? wide + 1 : wide
}
