import type { CareEntry } from '#domain/baby-care/entry.ts'
import type { Outputs } from '../../api.ts'

/** The log of one baby for one day as the service gives it. */
export type CareLogView = Outputs['babyCare']['log']
export type EntryView = CareLogView['entries'][number]

/** An entry as the service takes it, without whose it is. */
export interface EntryInput extends Omit<CareEntry, 'medicine' | 'dose' | 'note'> {
  medicine: string | undefined
  dose: string | undefined
  note: string | undefined
}
