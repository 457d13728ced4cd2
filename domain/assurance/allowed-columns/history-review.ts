import { type AllowedColumns, column } from './allowed-column.ts'

export const historyReviewColumns: AllowedColumns = {
  history_document: [
    column('classId', 'Kind of document', 'code'),
    column('babyId', 'Baby', 'baby'),
    column('outcome', 'Outcome', 'code'),
    column('expectedAt', 'Expected from', 'moment'),
    column('askDueAt', 'To be asked for by', 'moment'),
    column('askedAt', 'Asked for', 'moment'),
    column('chaseDueAt', 'To be chased by', 'moment'),
    column('closedAt', 'Source said it holds none', 'moment'),
    column('title', 'Title', 'text'),
    column('sourceName', 'Source', 'text'),
    column('because', 'Why', 'text'),
  ],
  document_chase: [
    column('chasedAt', 'Chased', 'moment'),
    column('nextDueAt', 'Next chase due', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('chasedOf', 'Asked', 'text'),
  ],
  received_document: [
    column('receivedAt', 'Received', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('title', 'Title', 'text'),
    column('writer', 'Written by', 'text'),
    column('summary', 'What it says', 'text'),
  ],
  reader_signature: [
    column('readerRole', 'Read as', 'code'),
    column('readerId', 'Reader', 'staff'),
    column('signedAt', 'Signed', 'moment'),
    column('openedAt', 'Opened here', 'moment'),
    column('readOnPaper', 'Read on paper', 'text'),
    column('significance', 'Significance for safeguarding', 'text'),
  ],
  pattern_review: [
    column('reviewerId', 'Reviewed by', 'staff'),
    column('reviewedAt', 'Reviewed', 'moment'),
    column('lookedAt', 'Looked at', 'codes'),
    column('contacts', 'Contacts on record', 'count'),
    column('conclusion', 'Next', 'code'),
    column('analysis', 'Analysis', 'text'),
    column('impact', 'What it means for the baby', 'text'),
    column('nextStep', 'Next step', 'text'),
  ],
}
