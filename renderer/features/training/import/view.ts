import type { act, InputOf, Outputs } from '../../../api.ts'

export type Look = NonNullable<Outputs['training']['importPart']>
export type SheetLook = Look['sheets'][number]
export type Preview = Outputs['training']['previewImport']
export type Line = Preview['lines'][number]
export type Question = Preview['questions'][number]
export type Imports = Outputs['training']['imports']
export type Reading = InputOf<typeof act.training.previewImport.query>
