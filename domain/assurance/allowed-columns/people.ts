import { type AllowedColumns, column } from './allowed-column.ts'

/** Who somebody is never leaves: what is said of them does, with the kind of its basis. */
export const peopleColumns: AllowedColumns = {
  person: [
    column('kind', 'Mother, baby or another person', 'code'),
    column('basisKind', 'How it is known', 'code'),
    column('basisBy', 'Who said it', 'text'),
  ],
  tie: [
    column('relation', 'Relation', 'code'),
    column('parentalResponsibility', 'Parental responsibility', 'code'),
    column('safeToContact', 'Safe to contact', 'code'),
    column('livesWith', 'Lives in the same household', 'code'),
    column('basisKind', 'How it is known', 'code'),
    column('basisBy', 'Who said it', 'text'),
  ],
  contact: [
    column('agency', 'Agency', 'code'),
    column('safeToContact', 'Safe to contact', 'code'),
    column('basisKind', 'How it is known', 'code'),
    column('basisBy', 'Who said it', 'text'),
  ],
  child_legal_status: [
    column('code', 'Legal status', 'code'),
    column('startsAt', 'In force from', 'moment'),
    column('endsAt', 'Runs out', 'moment'),
    column('endedAt', 'Ended', 'moment'),
    column('basisKind', 'How it is known', 'code'),
    column('basisBy', 'Who said it', 'text'),
  ],
  mental_health_act_status: [
    column('code', 'Mental Health Act status', 'code'),
    column('startsAt', 'In force from', 'moment'),
    column('endsAt', 'Runs out', 'moment'),
    column('endedAt', 'Ended', 'moment'),
    column('basisKind', 'How it is known', 'code'),
    column('basisBy', 'Who said it', 'text'),
  ],
  question_asking: [
    column('askedAt', 'Asked', 'moment'),
    column('nextAskAt', 'To be asked again by', 'moment'),
    column('basisKind', 'What came of it', 'code'),
    column('answer', 'Answer', 'text'),
  ],
  placement_meeting: [
    column('kind', 'Kind of meeting', 'code'),
    column('plannedAt', 'Planned for', 'moment'),
    column('heldAt', 'Held', 'moment'),
    column('chairedBy', 'Chaired by', 'code'),
    column('officer', 'Reviewing officer', 'code'),
    column('decided', 'What was decided', 'text'),
    column('basisKind', 'How it is known', 'code'),
    column('basisBy', 'Who said it', 'text'),
  ],
}
