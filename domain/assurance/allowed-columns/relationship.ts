import { type AllowedColumns, column } from './allowed-column.ts'

export const relationshipColumns: AllowedColumns = {
  relationship_assessment: [
    column('ratedAt', 'Rated', 'moment'),
    column('recordedAt', 'Entered', 'moment'),
    column('purpose', 'For', 'code'),
    column('hoursWatched', 'Hours watched', 'count'),
    column('settings', 'Watched at', 'codes'),
    column('change', 'Since the last', 'code'),
    column('capacity', 'Capacity to change', 'code'),
    column('capacityForBaby', 'Against what the baby needs', 'code'),
    column('author', 'Signed by', 'staff'),
    column('observed', 'What was seen', 'text'),
    column('interpretation', 'What the raters take it to mean', 'text'),
    column('strengths', 'Strengths', 'text'),
    column('concerns', 'Concerns', 'text'),
    column('illness', 'Illness and medicines', 'text'),
    column('capacitySteps', 'What has to change, and how', 'text'),
    column('diagnosis', 'Diagnosis', 'text'),
  ],
  relationship_sharing: [
    column('recipient', 'Given to', 'code'),
    column('outcome', 'Outcome', 'code'),
    column('sharedAt', 'Given', 'moment'),
    column('acknowledgeDueAt', 'To be acknowledged by', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('name', 'Name', 'text'),
    column('because', 'Why it was kept from her', 'text'),
  ],
  relationship_acknowledgement: [
    column('acknowledgedAt', 'Acknowledged', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('by', 'By', 'text'),
  ],
}
