import type { Outputs } from '../../api.ts'

/** Reports that are being written, as the service gives them. */
export type WrittenList = Outputs['writing']['list']
export type WrittenView = Outputs['writing']['one']
export type Text = WrittenView['texts'][number]
export type Comment = WrittenView['comments'][number]
export type Narrative = WrittenView['narratives'][number]

/** What an entry is of: a requirement by its id, or the report as a whole. */
export const ofWords = (requirement: string) => (requirement === '' ? 'The report' : requirement)
