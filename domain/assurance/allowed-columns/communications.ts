import { type AllowedColumns, column } from './allowed-column.ts'

export const communicationsColumns: AllowedColumns = {
  duty_event: [
    column('event', 'Event', 'code'),
    column('occurredAt', 'Happened', 'moment'),
    column('startsAt', 'Starts', 'moment'),
    column('sourceType', 'From', 'code'),
    column('legalClass', 'Class of the child', 'code'),
    column('legalCodes', 'Legal status', 'codes'),
    column('concernOrConsent', 'Concern or consent recorded', 'code'),
  ],
  duty: [
    column('recipient', 'Recipient', 'code'),
    column('dueAt', 'Due', 'moment'),
    column('calendarKnown', 'Bank holidays known', 'code'),
    column('label', 'Whom', 'text'),
    column('what', 'What', 'text'),
    column('insteadBecause', 'Why the social worker is asked', 'text'),
  ],
  duty_answer: [
    column('answer', 'Answer', 'code'),
    column('answeredAt', 'Answered', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('because', 'Reason', 'text'),
  ],
  duty_sending: [
    column('sentAt', 'Sent', 'moment'),
    column('method', 'How', 'code'),
    column('sharingBasis', 'Basis for sharing', 'code'),
    column('acknowledgeBy', 'To be acknowledged by', 'moment'),
    column('sentBy', 'Sent by', 'staff'),
    column('toName', 'To', 'text'),
    column('shared', 'What was shared', 'text'),
  ],
  duty_acknowledgement: [
    column('acknowledgedAt', 'Acknowledged', 'moment'),
    column('method', 'How', 'code'),
    column('byName', 'By', 'text'),
    column('byRole', 'Their role', 'text'),
    column('outcome', 'What came of it', 'text'),
  ],
  duty_drop: [
    column('droppedAt', 'Dropped', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('because', 'Reason', 'text'),
  ],
}
