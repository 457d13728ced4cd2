import { type AllowedColumns, column } from './allowed-column.ts'

export const oversightColumns: AllowedColumns = {
  oversight_visit: [
    column('kind', 'Kind', 'code'),
    column('plannedOn', 'Planned for', 'day'),
    column('heldOn', 'Held on', 'day'),
    column('title', 'Title', 'text'),
    column('seen', 'What was seen', 'text'),
    column('calledOffBecause', 'Called off because', 'text'),
  ],
  improvement_action: [
    column('requirement', 'Requirement', 'code'),
    column('dueOn', 'Due', 'day'),
    column('doneOn', 'Done', 'day'),
    column('verifiedOn', 'Verified', 'day'),
    column('retestOn', 'To be looked at again', 'day'),
    column('retestedOn', 'Looked at again', 'day'),
    column('retestResult', 'What was found', 'code'),
    column('ownerId', 'Owner', 'staff'),
    column('verifiedById', 'Verified by', 'staff'),
    column('what', 'Action', 'text'),
    column('evidence', 'Evidence', 'text'),
    column('impact', 'Impact', 'text'),
  ],
}
