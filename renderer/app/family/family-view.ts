import type { Outputs } from '../../api.ts'

/** A mother with her babies, and what is to be found out about the people round them. */
export type FamilyView = Outputs['people']['family']
export type QuestionView = FamilyView['questions'][number]
export type ClashView = FamilyView['clashes'][number]
export type PlacementView = FamilyView['placements'][number]

/** Somebody whom statements are made about, by name. */
export interface Person {
  id: string
  givenName: string
  familyName: string
}
