import type { Outputs } from '../../api.ts'

/** Visits and the improvement plan as the service gives them. */
export type VisitsView = Outputs['oversight']['visits']
export type Visit = VisitsView['visits'][number]
export type ActionsView = Outputs['oversight']['actions']
export type Action = ActionsView['actions'][number]

/** The requirements as a list to choose from. */
export const requirementChoices = (requirements: VisitsView['requirements']) =>
  requirements.map(({ id, short }) => ({ value: id, label: `${id} ${short}` }))
