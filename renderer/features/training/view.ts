import type { Outputs } from '../../api.ts'

export type MatrixView = Outputs['training']['matrix']
export type MatrixRow = MatrixView['people'][number]
export type PersonView = Outputs['training']['person']
export type CertificateView = PersonView['certificates'][number]
export type TrainingLineView = NonNullable<PersonView['line']>
export type PartView = TrainingLineView['level']
export type CourseView = Outputs['training']['courses'][number]
export type ListsView = Outputs['training']['lists']
export type EndingView = Outputs['training']['ending']
export type GroupsView = Outputs['training']['groups']
export type RegisterView = Outputs['training']['register']
export type CountedSignature = Outputs['training']['countedSignatures'][number]
