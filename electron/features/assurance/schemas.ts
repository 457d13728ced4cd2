import { z } from 'zod'
import { measureIds } from '#domain/assurance/catalogue.ts'
import { disclosures } from '#domain/assurance/report-model.ts'
import { calendarPeriod } from '#domain/assurance/shareable/calendar-period.ts'
import { addMonthsToDate, civilDateSchema, instantSchema } from '#domain/shared/calendar.ts'
import { line } from '#domain/shared/text.ts'
import { formatNames } from './formats/formats.ts'

const first = civilDateSchema
const last = civilDateSchema

/** What a figure was computed at: asked for again, it gives the same figure (decision 2). */
const cut = z.object({ at: instantSchema, auditSeq: z.int().min(0) }).optional()

/** The periods before it are worked out too, so one of centuries would begin before there are dates. */
const longestYears = 100

/** The days of a period in their order, and no further apart than any unit is old. */
export const inOrder = {
  holds: ({ first, last }: { first: string; last: string }) =>
    first <= last && last < addMonthsToDate(first, longestYears * 12),
  message: {
    path: ['last'],
    message: `The last day must not be before the first, nor more than ${longestYears} years after it`,
  },
}
/** Freely chosen periods of a shareable report could be subtracted from each other. */
export const ofCalendar = {
  holds: ({ disclosure, first, last }: { disclosure: string; first: string; last: string }) =>
    disclosure === 'restricted' || calendarPeriod(first, last) !== null,
  message: {
    path: ['last'],
    message:
      'A shareable report is of a whole calendar quarter or year: 1 January to 31 March, for example',
  },
}
export const distributionField = z
  .array(line)
  .min(1, 'Say who the report goes to')
  .max(10, 'Name at most ten')

/** A period by its first and last day, and a cut; without one, now. */
export const periodInput = z.object({ first, last, cut }).refine(inOrder.holds, inOrder.message)
export type PeriodInput = z.output<typeof periodInput>

export const requirementInput = z
  .object({ first, last, cut, requirement: z.string().min(1).max(10) })
  .refine(inOrder.holds, inOrder.message)

export const measureInput = z
  .object({
    first,
    last,
    cut,
    measure: z.string().refine((id) => measureIds.has(id), 'There is no such measure'),
  })
  .refine(inOrder.holds, inOrder.message)

export const makeReportInput = z
  .object({
    first,
    last,
    distribution: distributionField,
    /** Which of the two outputs (decision 36). */
    disclosure: z.enum(disclosures).default('restricted'),
  })
  .refine(inOrder.holds, inOrder.message)
  .refine(ofCalendar.holds, ofCalendar.message)
export type MakeReportInput = z.output<typeof makeReportInput>

export const reportInput = z.object({ reportId: z.uuid() })
/** A pack on its way in: its length, then its parts. */
export const packStartInput = z.object({ bytes: z.int().positive() })
export const packPartInput = z.object({
  uploadId: z.uuid(),
  part: z.int().min(0).max(199),
  bytes: z.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.length > 0,
    'This part of the file is empty. Choose the file again',
  ),
})
export const fileInput = z.object({ reportId: z.uuid(), format: z.enum(formatNames) })
