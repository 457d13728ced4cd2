import { type AllowedColumns, column } from './allowed-column.ts'

export const staysColumns: AllowedColumns = {
  stay: [
    column('planned', 'Planned admission', 'code'),
    column('endedAt', 'Stay ended', 'moment'),
    column('endReason', 'How it ended', 'text'),
    column('withoutOfferBecause', 'Why without an offer', 'text'),
    column('bedBecause', 'Why without an open bed', 'text'),
  ],
  pair: [
    column('babyId', 'Baby', 'baby'),
    column('startedAt', 'Mother and baby together from', 'moment'),
    column('endedAt', 'Together until', 'moment'),
    column('withoutCheckBecause', 'Why before a check', 'text'),
  ],
  observation_level: [
    column('level', 'Level', 'code'),
    column('startsAt', 'Starts', 'moment'),
    column('rationale', 'Reason', 'text'),
    column('reviewDueAt', 'Set anew by', 'moment'),
  ],
}
