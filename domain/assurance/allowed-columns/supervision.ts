import { type AllowedColumns, column } from './allowed-column.ts'

export const supervisionColumns: AllowedColumns = {
  supervision_decision: [
    column('kind', 'Kind', 'code'),
    column('isReview', 'Whole assessment', 'code'),
    column('startsAt', 'Starts', 'moment'),
    column('reviewDueAt', 'Review due', 'moment'),
    column('decidedByRole', 'Decided by', 'code'),
    column('author', 'Recorded by', 'staff'),
    column('secondSignerId', 'Second signer', 'staff'),
    column('agreedAt', 'Agreed with the social worker', 'moment'),
    column('motherToldAt', 'Mother told', 'moment'),
    column('rationale', 'Reason', 'text'),
    column('evidence', 'Evidence', 'text'),
    column('authorityRequirement', 'Required by a court or authority', 'text'),
    column('legalBasis', 'Legal basis of a separation', 'text'),
  ],
  raise_confirmation: [
    column('confirmed', 'Confirmed', 'code'),
    column('confirmedAt', 'At', 'moment'),
    column('author', 'Recorded by', 'staff'),
    column('note', 'Note', 'text'),
  ],
  prepared_supervision: [
    column('decidedAt', 'Decided', 'moment'),
    column('decidedByRole', 'Decided by', 'code'),
    column('author', 'Signed by', 'staff'),
    column('reviewWithinHours', 'Review within hours', 'count'),
  ],
  supervision_check: [
    column('seenAt', 'Seen', 'moment'),
    column('timed', 'Time tapped or typed', 'code'),
    column('recordedAt', 'Entered', 'moment'),
    column('outcome', 'Outcome', 'code'),
    column('place', 'Where', 'code'),
    column('withWhom', 'With whom', 'code'),
    column('author', 'Signed by', 'staff'),
    column('note', 'Note', 'text'),
  ],
}
