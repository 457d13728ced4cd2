import { type AllowedColumns, column } from './allowed-column.ts'

/** Of a session there is no column of people: who came stays with facilitator and safeguarding lead (decision 39). */
export const cultureColumns: AllowedColumns = {
  staff_session: [
    column('kind', 'What it was', 'code'),
    column('heldOn', 'Held', 'moment'),
    column('minutes', 'Minutes', 'count'),
    column('theme', 'Theme', 'code'),
    column('prompt', 'Led to by', 'code'),
    column('outsideCount', 'From other agencies', 'count'),
    column('agencies', 'Agencies', 'codes'),
    column('learnt', 'What was learnt', 'text'),
  ],
  learning_point: [
    column('source', 'Comes from', 'code'),
    column('notedOn', 'Noted', 'moment'),
    column('changeDueOn', 'Change due', 'moment'),
    column('madeOn', 'Change made', 'moment'),
    column('checkDueOn', 'Check due', 'moment'),
    column('ownerId', 'Seen to by', 'staff'),
    column('learnt', 'What was learnt', 'text'),
    column('change', 'What changes', 'text'),
    column('made', 'What was done', 'text'),
  ],
  learning_check: [
    column('checkedOn', 'Checked', 'moment'),
    column('outcome', 'Held', 'code'),
    column('author', 'Recorded by', 'staff'),
    column('how', 'How it was checked', 'text'),
  ],
}
