import { z } from 'zod'
import { civilDateSchema } from '../shared/calendar.ts'
import { entryKindKeys } from './kinds.ts'

const fields = {
  /** The mother or baby whom the entry concerns. */
  personId: z.uuid().optional(),
  /** The member of staff who acted. */
  staffId: z.uuid().optional(),
  /** The record that it was done to. */
  recordId: z.uuid().optional(),
  kind: z.enum(entryKindKeys).optional(),
  /** True: only what was done under emergency access. */
  breakGlass: z.boolean().optional(),
  /** First and last day, by the calendar of the unit; both count. */
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
}

/** What of the audit is shown. Refuses a first day after the last. */
export const auditFilter = z
  .strictObject(fields)
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'The last day is before the first. Change one of them',
  })

export type AuditFilter = z.output<typeof auditFilter>
