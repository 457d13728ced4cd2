import { z } from 'zod'
import { instantSchema } from '../shared/calendar.ts'
import { line } from '../shared/text.ts'

/** The kinds of file in which a summary goes out. */
export const sentFormats = ['pdf', 'docx'] as const
export type SentFormat = (typeof sentFormats)[number]

export const sentFormatLabels: Record<SentFormat, string> = {
  pdf: 'PDF',
  docx: 'Word document',
}

/** A summary that is sent: to whom, when, and as what. */
export const sentFields = z.strictObject({
  stayId: z.uuid(),
  format: z.enum(sentFormats, 'Choose the kind of file'),
  sentTo: line,
  sentAt: instantSchema,
})
