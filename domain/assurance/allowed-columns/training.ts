import { type AllowedColumns, column } from './allowed-column.ts'

export const trainingColumns: AllowedColumns = {
  staff: [
    column('profession', 'Profession', 'code'),
    column('employment', 'Employed as', 'code'),
    column('startedOn', 'Started', 'moment'),
    column('leftOn', 'Left', 'moment'),
  ],
  earlier_post: [
    column('staffId', 'Member of staff', 'staff'),
    column('profession', 'Profession', 'code'),
    column('employment', 'Employed as', 'code'),
    column('fromOn', 'From', 'moment'),
    column('untilOn', 'Until', 'moment'),
  ],
  certificate: [
    column('staffId', 'Member of staff', 'staff'),
    column('subject', 'Teaches', 'code'),
    column('level', 'Level', 'code'),
    column('topics', 'Topics', 'codes'),
    column('completedOn', 'Completed', 'moment'),
    column('expiresOn', 'Printed expiry', 'moment'),
    column('deliveredByAnother', 'Delivered by another agency', 'code'),
    column('agenciesPresent', 'Other agencies present', 'codes'),
    column('minutes', 'Minutes', 'count'),
    column('mode', 'Held', 'code'),
    column('evidence', 'How it is known', 'text'),
  ],
  shift_duty: [
    column('staffId', 'Member of staff', 'staff'),
    column('startsAt', 'Came', 'moment'),
    column('endsAt', 'Went', 'moment'),
    column('nurseInCharge', 'Nurse in charge', 'code'),
  ],
  course: [
    column('subject', 'Teaches', 'code'),
    column('level', 'Level', 'code'),
    column('topics', 'Topics', 'codes'),
    column('deliveredByAnother', 'Delivered by another agency', 'code'),
    column('mode', 'Held', 'code'),
    column('minutes', 'Minutes', 'count'),
  ],
}
