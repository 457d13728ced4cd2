import type { Outputs } from '../../api.ts'

export type RestrictedView = Outputs['restricted']['view']
export type RestrictedEntry = RestrictedView['entries'][number]
export type RestrictedPerson = RestrictedView['people'][number]
export type Opening = Outputs['restricted']['openings'][number]
