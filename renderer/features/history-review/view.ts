import type { Outputs } from '../../api.ts'

/** The register of a stay as the service gives it. */
export type RegisterView = Outputs['documents']['register']
export type RegisterLine = RegisterView['documents'][number]
/** One document with what it said, who read it and who opened it. */
export type DocumentView = Outputs['documents']['get']
export type ContentView = NonNullable<DocumentView['current']>
