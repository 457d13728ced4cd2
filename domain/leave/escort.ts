import { formatDateTime } from '../shared/calendar.ts'
import {
  type EscortAnswer,
  type EscortFacts,
  escortFor,
  type Says,
} from '../shared/escort/escort.ts'
import type { EscortContact, EscortContent } from '../shared/escort/escort-content.ts'
import type { Instant } from '../shared/time.ts'
import type { Position } from './section-17.ts'

/**
 * Who goes along, over all babies of one leave and the mother's own position: the strictest of each column
 * (decision 28). What holds it back is never overridden: the law, a limit of a court or an authority, and a
 * level by which she is not with the baby there. Truth table: docs/states/leave.md.
 */

/** What nobody can read off the record. */
export interface LeaveAnswers {
  planSays: Says
  authoritySays: Says
  /** Whether somebody with parental responsibility agrees that a baby goes without the mother (domain row 4.3). */
  consentSays: Says
}

export const silentAnswers: LeaveAnswers = {
  planSays: 'not-said',
  authoritySays: 'not-said',
  consentSays: 'not-said',
}

/** One baby who goes along, as the record has it at one moment of the leave: every moment counts. */
export interface BabyFacts {
  pairId: string
  level: EscortFacts['level']
  childCodes: readonly string[] | null
  /** What a court or an authority requires; it never lapses (decision 19). */
  authorityRequirement: string | null
  /** When the supervision runs out in the middle of the leave: from then this is the fallback (decision 19). */
  runsOutAt?: Instant | undefined
}

export interface LeaveFacts {
  mentalHealthAct: string | null
  position: Position
  answers: LeaveAnswers
  babies: readonly BabyFacts[]
}

export interface LeaveEscort {
  babyEscorts: number
  motherEscorts: number
  section17Escort: boolean
  /** Without staff for the baby, only with an adult whom the plan names. */
  approvedAdult: boolean
  /** Why they may not go; empty where they may. No override is offered. */
  held: string[]
  because: string[]
  handOver: string[]
  reach: EscortAnswer['reach']
  rows: EscortAnswer['rows']
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)]

/** The answer of the table for one baby. */
export function escortOfBaby(
  content: EscortContent,
  { mentalHealthAct, position, answers }: Omit<LeaveFacts, 'babies'>,
  baby: BabyFacts,
): EscortAnswer {
  return escortFor(content, {
    ...answers,
    mentalHealthAct,
    // The consent of the Ministry was asked for with the leave (section-17.ts).
    leave: {
      covers: position.state === 'detained-with-leave',
      escorted: position.section17Escort,
      ministryConsent: position.state === 'detained-with-leave',
    },
    childCodes: baby.childCodes,
    level: baby.level,
    assessmentSays: 'not-said',
  })
}

/** Who goes along by the rules, and what holds the leave back. */
export function leaveEscort(content: EscortContent, facts: LeaveFacts): LeaveEscort {
  const { position, babies, answers } = facts
  const each = babies.map((baby) => escortOfBaby(content, facts, baby))
  const staffForMother = Math.max(0, ...each.map(({ motherEscorts }) => motherEscorts))
  const babyEscorts = Math.max(0, ...each.map((one) => one.babyEscorts))
  return {
    babyEscorts,
    motherEscorts: staffForMother,
    section17Escort: position.section17Escort,
    approvedAdult: babyEscorts === 0 && each.some(({ approvedAdult }) => approvedAdult),
    held: unique([
      ...(position.mayGo ? [] : position.text),
      ...heldByLimits(babies, answers),
      ...each.filter(({ motherMayGo }) => motherMayGo === 'no').flatMap(({ because }) => because),
    ]),
    because: unique([
      ...position.text,
      ...babies.flatMap(({ runsOutAt }) => (runsOutAt === undefined ? [] : runsOut(runsOutAt))),
      ...each.flatMap(({ because }) => because),
    ]),
    handOver: unique(each.flatMap(({ handOver }) => handOver)),
    reach: mergedReach(each),
    rows: [...new Map(each.flatMap(({ rows }) => rows).map((row) => [row.id, row])).values()],
  }
}

/** A limit of a court or an authority holds until it has said that this leave keeps to it; it is never overridden. */
export function heldByLimits(babies: readonly BabyFacts[], answers: LeaveAnswers): string[] {
  if (answers.authoritySays === 'yes') return []
  return unique(
    babies.flatMap(({ authorityRequirement: limit }) =>
      limit === null
        ? []
        : [
            `A court or an authority has set a limit, and has not said that this leave keeps to it: ${limit}`,
          ],
    ),
  )
}

const runsOut = (at: Instant): string =>
  `The supervision is to be reviewed by ${formatDateTime(at)}, before they are back: from then the fallback holds. Review it before they leave, or plan the return before it`

/** Everybody to be reached, each once: the earliest time, and all there is to say. */
export function mergedReach(each: readonly Pick<EscortAnswer, 'reach'>[]): EscortAnswer['reach'] {
  const all = each.flatMap(({ reach }) => reach)
  const whom: EscortContact[] = unique(all.map((one) => one.whom))
  return whom.map((one) => {
    const own = all.filter((item) => item.whom === one)
    const before = own.some(({ when }) => when === 'before-leaving')
    return {
      whom: one,
      when: before ? ('before-leaving' as const) : ('next-working-day' as const),
      what: unique(own.flatMap(({ what }) => what)),
    }
  })
}

/** Staff that was decided on. */
export interface StaffChoice {
  babyEscorts: number
  motherEscorts: number
}

/** Where a choice is lower than the rules: each needs the override that two people sign. Higher is free. */
export function loweredStaff(rule: StaffChoice, choice: StaffChoice): string[] {
  return [
    ...(choice.babyEscorts < rule.babyEscorts ? ['Staff for the baby'] : []),
    ...(choice.motherEscorts < rule.motherEscorts ? ['Staff for the mother'] : []),
  ]
}
