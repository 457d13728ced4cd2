import { folded } from '../../shared/folded-text.ts'
import {
  type Employment,
  employmentLabels,
  type Profession,
  professionLabels,
} from '../../users/staff.ts'
import { type Agency, agencies, agencyLabels } from '../record.ts'
import type { Answers, WordColumn } from './plan.ts'

/** The key of an answer about a word of the file. */
export const wordKey = (column: WordColumn, word: string): string => `${column} ${folded(word)}`

/** What a word of the file was said to mean; undefined where nobody was asked. */
export const wordAnswer = (answers: Answers, column: WordColumn, word: string) =>
  answers.words[wordKey(column, word)]

const finder = <Code extends string>(
  labels: Record<Code, string>,
  also: Readonly<Record<string, Code>> = {},
) => {
  const known = new Map<string, Code>(Object.entries(also) as [string, Code][])
  for (const [code, label] of Object.entries(labels) as [Code, string][]) {
    known.set(folded(label), code)
    known.set(folded(code), code)
  }
  return (word: string): Code | undefined => known.get(folded(word))
}

/** The profession that a word means beyond doubt. */
export const professionCalled = finder<Profession>(professionLabels, {
  nurse: 'registered-nurse',
  'staff nurse': 'registered-nurse',
  rmn: 'registered-nurse',
  'healthcare assistant': 'health-care-assistant',
  hca: 'health-care-assistant',
  'consultant psychiatrist': 'consultant',
  'clinical psychologist': 'psychologist',
})

export const employmentCalled = finder<Employment>(employmentLabels, {
  permanent: 'substantive',
  'fixed term': 'substantive',
})

const agencyCalled = finder<Agency>(agencyLabels)

/**
 * The other agencies in a cell, parted by semicolons or commas: an empty cell is not recorded, "none" is none.
 * What is not an agency of the list is answered by its word.
 */
export function agenciesIn(text: string): { agencies: Agency[] | null; unknown: string[] } {
  if (text === '') return { agencies: null, unknown: [] }
  if (['none', 'no', 'nobody'].includes(folded(text))) return { agencies: [], unknown: [] }
  const words = text
    .split(/[;,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const found = new Set(words.map(agencyCalled))
  return {
    agencies: agencies.filter((agency) => found.has(agency)),
    unknown: words.filter((word) => agencyCalled(word) === undefined),
  }
}
