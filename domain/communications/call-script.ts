import { formatDate, formatDateTime } from '../shared/calendar.ts'
import type { CivilDate, Instant } from '../shared/time.ts'

/** What is said on the telephone, line by line. */
export interface CallScript {
  /** Before ringing, where something has to be minded. */
  first: string[]
  say: string[]
  ask: string[]
}

export interface CallScriptFacts {
  caller: string
  unit: string
  baby: { name: string; bornOn: CivilDate | null }
  mother: string
  /** They are on the unit now. */
  here: boolean
  /** They have been referred, and have not come yet. */
  referred: boolean
  eventTitle: string
  occurredAt: Instant
  startsAt: Instant | null
  /** The child's statuses that were in force, in words; empty where none is recorded. */
  legal: readonly string[]
  what: string
  through: string | null
  /** Why the social worker is asked instead of a holder of responsibility. */
  insteadBecause: string | null
  /** The person whom the duty is about, where it is one. */
  personName: string | null
  /** Fabricated or induced illness: the carer is not alerted. Source: domain row 6.1. */
  discreet: boolean
  acknowledgeWithin: string
}

/**
 * The words for telling somebody: who rings, about whom, what has happened, and what is asked back. It names
 * no diagnosis and no detail: the person who rings adds what may be shared, on the basis that they record.
 */
export function callScript(facts: CallScriptFacts): CallScript {
  const { baby, mother, here, caller, unit, eventTitle, occurredAt, startsAt, legal } = facts
  const born = baby.bornOn === null ? '' : `, born ${formatDate(baby.bornOn)}`
  const starts = startsAt === null ? '' : ` It starts on ${formatDateTime(startsAt)}.`
  return {
    first: [
      ...(facts.discreet
        ? ['Ring where the family cannot hear. Do not speak of this with the carer']
        : []),
      ...(facts.through === null ? [] : [`Go through ${facts.through}; do not ring directly`]),
      ...(facts.insteadBecause === null
        ? []
        : [`Do not ring ${facts.personName ?? 'this person'}: ${lower(facts.insteadBecause)}`]),
      'Leave no details with a machine or with anybody else: ask to be rung back',
    ],
    say: [
      `This is ${caller}, of ${unit}.`,
      `I am ringing about ${baby.name}${born}, who ${facts.referred ? 'has been referred to us' : here ? 'is with us' : 'was with us'} with ${mother}.`,
      `${eventTitle}, on ${formatDateTime(occurredAt)}.${starts}`,
      legal.length === 0
        ? 'No legal status is recorded for the child here.'
        : `Legal status here: ${legal.join('; ')}.`,
      ...(facts.insteadBecause === null
        ? []
        : [`Please tell us whether, and by whom, ${facts.personName ?? 'this person'} is told.`]),
    ],
    ask: [
      'May I have your name and role? I record that you know, and when.',
      `If you cannot say so now, we need to hear from you ${facts.acknowledgeWithin}.`,
      'Is there anything that we should do, or not do, until we speak again?',
    ],
  }
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
