import { z } from 'zod'
import { agencies } from '../people/record.ts'
import { civilDateSchema, dateOf } from '../shared/calendar.ts'
import type { FieldMessage } from '../shared/failure.ts'
import { ruleCode } from '../shared/source.ts'
import { line, note, optionalText } from '../shared/text.ts'
import type { CivilDate, Instant } from '../shared/time.ts'
import { sessionKinds, sessionPrompts } from './codes.ts'
import type { CultureRules } from './rule-content.ts'

/** A session of supervision or reflection as it is entered. */
export const sessionInput = z
  .strictObject({
    kind: z.enum(sessionKinds, 'Choose what it was'),
    heldOn: civilDateSchema,
    minutes: z
      .int('Enter whole minutes')
      .min(10, 'Enter at least 10 minutes')
      .max(480, 'Enter 480 minutes or fewer'),
    theme: ruleCode,
    prompt: z.enum(sessionPrompts, 'Say what led to it'),
    /** The member of staff who led it; left out where somebody from outside did. */
    facilitatorId: z.uuid().nullish(),
    facilitatorFrom: optionalText(line),
    attended: z.array(z.uuid()).min(1, 'Choose who came').max(200),
    outsideCount: z.int().min(0).max(200),
    agencies: z.array(z.enum(agencies)).default([]),
    /** The episode of an unwell baby that it looked back on, where it did. */
    episodeId: z.uuid().nullish(),
    learnt: optionalText(note),
  })
  .superRefine((input, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (!input.facilitatorId && input.facilitatorFrom === undefined)
      complain('facilitatorId', 'Choose who led it, or enter the post of somebody from outside')
    if (new Set(input.attended).size < input.attended.length)
      complain('attended', 'Somebody is there twice')
    if (input.outsideCount > 0 && input.agencies.length === 0)
      complain('agencies', 'Choose from which agencies they came')
    if (input.kind === 'joint-reflection' && input.outsideCount === 0)
      complain('outsideCount', 'Enter how many came from social care or other agencies')
  })
export type SessionInput = z.output<typeof sessionInput>

interface Around {
  rules: CultureRules
  now: Instant
  /** When each who is named started and left, by id; nobody else is on the register. */
  staff: ReadonlyMap<string, { startedOn: CivilDate; leftOn: CivilDate | null }>
}

/** What cannot be true of a session, at its fields; empty where nothing is wrong. */
export function sessionFaults(input: SessionInput, { rules, now, staff }: Around): FieldMessage[] {
  const faults: FieldMessage[] = []
  const complain = (field: string, message: string) => faults.push({ field, message })
  if (input.heldOn > dateOf(now))
    complain('heldOn', 'This day has not come yet. Enter when it was held')
  if (!rules.themes.some(({ id }) => id === input.theme))
    complain('theme', 'Choose a theme from the list')
  const wasHere = (id: string) => {
    const one = staff.get(id)
    return (
      one !== undefined &&
      one.startedOn <= input.heldOn &&
      (one.leftOn === null || one.leftOn >= input.heldOn)
    )
  }
  if (input.attended.some((id) => !wasHere(id)))
    complain(
      'attended',
      'Somebody who is chosen was not in post on that day. Take them out, or check the day',
    )
  if (input.facilitatorId && !wasHere(input.facilitatorId))
    complain('facilitatorId', 'This member of staff was not in post on that day')
  return faults
}
