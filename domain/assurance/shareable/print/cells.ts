import { type Cell, type Column, cell } from '../../../shared/print-document.ts'
import { withheldWord } from '../../disclosure.ts'
import { quantityText, tenthsText } from '../../figure-text.ts'
import { levelCell, unbroken } from '../../print/words.ts'
import type { ShareableRequirement } from '../shareable-model.ts'
import type { PublishedFigure, Unit } from '../small-numbers.ts'

export const figureHeads: readonly Column[] = [
  'Pass',
  'Fail',
  'Incomplete',
  'Not eligible',
  'n',
  'Rate',
].map((label) => ({ label, share: 2.6, align: 'right' }))

/** The printed cells of a figure: what is withheld says so. */
export const figureCells = (figure: PublishedFigure, unit: Unit): Cell[] => [
  ...[figure.pass, figure.fail, figure.incomplete, figure.notEligible, figure.n].map((part) =>
    cell(unbroken(quantityText(part, unit))),
  ),
  { text: unbroken(tenthsText(figure.rateTenths)), strong: typeof figure.rateTenths === 'number' },
]

export const requirementLevelCell = ({ level, setByPerson }: ShareableRequirement): Cell =>
  level === withheldWord
    ? { text: 'Withheld', tone: 'unknown' }
    : levelCell(level, setByPerson ? 'set by a person' : undefined)
