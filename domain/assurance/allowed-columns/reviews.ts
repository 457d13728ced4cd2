import { type AllowedColumns, column } from './allowed-column.ts'

export const reviewColumns: AllowedColumns = {
  review_event: [
    column('kind', 'Kind', 'code'),
    column('happenedAt', 'Happened', 'moment'),
    column('recordedAt', 'Entered', 'moment'),
    column('reviewDueAt', 'To be reviewed by', 'moment'),
    column('candour', 'Duty of candour', 'code'),
    column('author', 'Noted by', 'staff'),
    column('what', 'What happened', 'text'),
    column('trustNumber', 'Incident number of the trust', 'text'),
  ],
  review_answer: [
    column('answer', 'Answer', 'code'),
    column('answeredAt', 'Answered', 'moment'),
    column('author', 'Answered by', 'staff'),
    column('because', 'Why', 'text'),
  ],
}
