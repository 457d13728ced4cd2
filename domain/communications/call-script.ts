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
  /** What happened in words, and what it means for care of the baby; null where the event says it all. */
  details: string | null
  /** What it means for care of the baby, where that is asked by itself: null in it until it is entered. */
  effect: { onCare: string | null } | null
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
  const { caller, unit } = facts
  return {
    first: [
      ...(facts.discreet
        ? ['Ring where the family cannot hear. Do not speak of this with the carer']
        : []),
      ...(facts.through === null ? [] : [`Go through ${facts.through}; do not ring directly`]),
      ...(facts.insteadBecause === null
        ? []
        : [`Do not ring ${facts.personName ?? 'this person'}: ${lower(facts.insteadBecause)}`]),
      ...(facts.effect !== null && facts.effect.onCare === null
        ? ['Enter what this means for care of the baby before you ring: they have to hear it']
        : []),
      'Leave no details with a machine or with anybody else: ask to be rung back',
    ],
    say: [`This is ${caller}, of ${unit}.`, ...aboutLines(facts, 'ringing')],
    ask: [
      'May I have your name and role? I record that you know, and when.',
      `If you cannot say so now, we need to hear from you ${facts.acknowledgeWithin}.`,
      'Is there anything that we should do, or not do, until we speak again?',
    ],
  }
}

/** Whom it is about, what happened and what it means, said and written alike. */
function aboutLines(facts: CallScriptFacts, how: 'ringing' | 'writing'): string[] {
  const { baby, mother, here, eventTitle, occurredAt, startsAt, legal, details } = facts
  const born = baby.bornOn === null ? '' : `, born ${formatDate(baby.bornOn)}`
  const starts = startsAt === null ? '' : ` It starts on ${formatDateTime(startsAt)}.`
  const where = facts.referred ? 'has been referred to us' : here ? 'is with us' : 'was with us'
  return [
    `I am ${how} about ${baby.name}${born}, who ${where} with ${mother}.`,
    `${eventTitle}, on ${formatDateTime(occurredAt)}.${starts}`,
    ...(details === null ? [] : [details]),
    ...effectLines(facts),
    legal.length === 0
      ? 'No legal status is recorded for the child here.'
      : `Legal status here: ${legal.join('; ')}.`,
    ...(facts.insteadBecause === null
      ? []
      : [`Please tell us whether, and by whom, ${facts.personName ?? 'this person'} is told.`]),
  ]
}

/** An episode of the mother is told with what it means for care of the baby (Finding Two d). */
const effectLines = ({ baby, effect }: CallScriptFacts): string[] => {
  if (effect === null) return []
  return effect.onCare === null
    ? [`What this means for care of ${baby.name} we will tell you separately.`]
    : [`What this means for care of ${baby.name}: ${effect.onCare}`]
}

/** A duty in writing, for a secure email or a letter. The subject names nobody. */
export interface WrittenText {
  subject: string
  lines: string[]
}

/**
 * The same as is said on the telephone, in writing: what happened, and that a named person is to say that they
 * know, by when. It names no diagnosis; whoever sends it adds what may be shared.
 */
export function writtenText(facts: CallScriptFacts, telephone: string): WrittenText {
  const { unit, caller, through, discreet } = facts
  return {
    subject: `${unit}: for your attention, please acknowledge`,
    lines: [
      ...(through === null ? [] : [`To be passed on through ${through}.`]),
      ...(discreet ? ['Please do not speak of this with the family.'] : []),
      ...aboutLines(facts, 'writing'),
      `Please tell us your name and role, and that you know of this, ${facts.acknowledgeWithin}: ${telephone ? `by telephone, ${telephone}, or by reply` : 'by reply'}.`,
      'Please tell us as well whether there is anything that we should do, or not do.',
      `${caller}, ${unit}`,
    ],
  }
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
