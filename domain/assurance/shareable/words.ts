import { withheldWord } from '../disclosure.ts'
import type { ShareableMeasure, TableState } from './shareable-model.ts'

/** Why a figure is as it is; the same words in every format. */
const stateWords: Record<TableState, string> = {
  printed: 'Rounded; what is small is withheld.',
  'no-records': 'No records of this kind are kept yet, so it is not tested.',
  'comes-back': 'Withheld: an exact figure could be worked out from it.',
  'near-earlier': 'Withheld: it differs by a few from what was released before.',
}

export const stateText = ({ state }: Pick<ShareableMeasure, 'state'>): string => stateWords[state]

/** Whether anything of a row is withheld. */
export const isAnyWithheld = (cells: readonly unknown[]): boolean => cells.includes(withheldWord)

export const levelWithheld =
  'Withheld: with the printed figures it would tell an exact one. It is in the restricted report.'
export const groupsWithheld =
  'The groups of this measure are withheld: one of them is too small to print.'

/** The rule in a sentence, for whoever reads a figure without the page about it. */
export const smallNumberRule =
  '0 is printed as 0, 1 to 7 is withheld, and 8 or more is given to the nearest 5 records or 5 hours. ' +
  'Totals and n are rounded by themselves, so parts need not add up. Rates are made from the printed figures, ' +
  'and there is none where n is 7 or fewer. What could be worked out from the rest is withheld as well. ' +
  'Withheld never means 0.'
