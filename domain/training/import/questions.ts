import { folded } from '../../shared/folded-text.ts'
import type { Choice, Question, WordColumn } from './plan.ts'

/** Gathers what has to be asked of a file, each question once with all the rows that it is about. */
export interface Questions {
  word(column: WordColumn, word: string, row: number): void
  person(key: string, name: string, row: number, choices: readonly Choice[]): void
  takenOut(row: number): void
  all(): Question[]
}

export function questionBook(first: readonly Question[]): Questions {
  const words = new Map<string, { ask: 'word'; column: WordColumn; word: string; rows: number[] }>()
  const people = new Map<
    string,
    { ask: 'person'; key: string; name: string; rows: number[]; choices: readonly Choice[] }
  >()
  const takenOut: number[] = []
  const all = (): Question[] => [
    ...first,
    ...(takenOut.length > 0 ? [{ ask: 'taken-out', rows: takenOut } as const] : []),
    ...words.values(),
    ...people.values(),
  ]
  return {
    word(column, word, row) {
      const key = `${column} ${folded(word)}`
      const known = words.get(key)
      if (known) known.rows.push(row)
      else words.set(key, { ask: 'word', column, word, rows: [row] })
    },
    person(key, name, row, choices) {
      const known = people.get(key)
      if (known) known.rows.push(row)
      else people.set(key, { ask: 'person', key, name, rows: [row], choices })
    },
    takenOut: (row) => takenOut.push(row),
    all,
  }
}
