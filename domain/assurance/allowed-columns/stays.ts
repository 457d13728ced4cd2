import { type AllowedColumns, column } from './allowed-column.ts'

export const staysColumns: AllowedColumns = {
  stay: [
    column('planned', 'Planned admission', 'code'),
    column('endedAt', 'Stay ended', 'moment'),
    column('endReason', 'How it ended', 'text'),
  ],
  pair: [
    column('babyId', 'Baby', 'baby'),
    column('startedAt', 'Mother and baby together from', 'moment'),
    column('endedAt', 'Together until', 'moment'),
  ],
  observation_level: [
    column('level', 'Level', 'code'),
    column('startsAt', 'Starts', 'moment'),
    column('rationale', 'Reason', 'text'),
  ],
}
