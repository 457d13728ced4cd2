import { z } from 'zod'
import { formatDateTime, instantSchema } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { minuteOf } from '../shared/minute.ts'
import { line, optionalText } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import {
  meansFamily,
  meantBy,
  notToBeTold,
  type Recipient,
  recipientText,
  toMother,
  toSomebodyElse,
} from './recipients.ts'

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
  /** The mother, somebody on record by id, or somebody else by name. */
  recipient: z.union([z.literal(toMother), z.literal(toSomebodyElse), z.uuid()], {
    error: 'Choose to whom it is sent',
  }),
  sentTo: optionalText(line),
  sentAt: instantSchema,
})

type To = { text: string } | { fault: FieldMessage }
const faultAt = (field: string, message: string): To => ({ fault: { field, message } })

/** To whom the summary goes, as it is kept; or why it may not go there (decision 30). */
export function addressed(
  { recipient, sentTo }: { recipient: string; sentTo?: string | undefined },
  known: readonly Recipient[],
): To {
  if (recipient !== toSomebodyElse) {
    const one = known.find(({ id }) => id === recipient)
    if (!one) return faultAt('recipient', 'They are not on record any more. Choose again')
    return one.route.may
      ? { text: recipientText(one) }
      : faultAt('recipient', `${one.name}: ${one.route.because}`)
  }
  if (sentTo === undefined) return faultAt('sentTo', 'Enter to whom it is sent: name and role')
  const closed = notToBeTold(sentTo, known)
  if (closed) return faultAt('sentTo', `${closed.name}: ${closed.because}`)
  const [meant] = meantBy(sentTo, known)
  if (meant)
    return faultAt(
      'sentTo',
      `Choose ${recipientText(meant)} from the list, or write the whole name of another`,
    )
  if (meansFamily(sentTo))
    return faultAt(
      'sentTo',
      'Choose family by name from the list. Record them on the family page first, and whether contact is safe',
    )
  return { text: sentTo }
}

/** What cannot be true of when a summary was sent: it says what the plan says since it was last saved. */
export function sentFaults(sentAt: Instant, planSavedAt: Instant, now: Instant): FieldMessage[] {
  if (sentAt > now)
    return [{ field: 'sentAt', message: 'This is in the future. Enter when it was sent' }]
  if (sentAt < minuteOf(planSavedAt))
    return [
      {
        field: 'sentAt',
        message: `The plan was last saved ${formatDateTime(planSavedAt)}: what is kept now was not there before. Enter when this one was sent`,
      },
    ]
  return []
}
