import { leaveRuleTexts, mentalHealthActStatusOf } from '../mental-health-act.ts'
import type {
  EscortContact,
  EscortContent,
  EscortRow,
  EscortWhen,
  MotherState,
  ReachTime,
} from './escort-content.ts'

export const saysYesNo = ['yes', 'no', 'not-said'] as const
export type Says = (typeof saysYesNo)[number]

/** The facts from which the escort follows. What is not known is said so, never left out. */
export interface EscortFacts {
  /** The mother's code under the Mental Health Act; null where nothing is recorded. */
  mentalHealthAct: string | null
  /** Leave under section 17, Mental Health Act that is granted and covers this journey. */
  leave: { covers: boolean; escorted: boolean; ministryConsent: boolean }
  /** The child's legal codes in force; null where nothing is recorded, which is not "no involvement". */
  childCodes: readonly string[] | null
  /**
   * Of a sick baby that of "hospital with the baby", else outside, else the fallback (decision 28); of a leave
   * that of its place, else the fallback. `not-allowed` is a level.
   */
  level: { code: string; from: 'hospital' | 'outside' | 'place' | 'fallback' }
  /** What the risk assessment says in words about the mother going; where it is silent, a level that was decided. */
  assessmentSays: Says
  planSays: Says
  /** The authority's answer; `not-said` where it was not reached and nothing is on record. */
  authoritySays: Says
}

/** May the mother go, strictest first. */
export const motherAnswers = ['no', 'with-escort', 'yes'] as const
export type MotherAnswer = (typeof motherAnswers)[number]

export const motherAnswerLabels: Record<MotherAnswer, string> = {
  no: 'No: the mother stays',
  'with-escort': 'Yes, with a member of staff',
  yes: 'Yes',
}

/** Which cell led the column "may the mother go?", strictest first (decision 28). */
const columnOrder = ['no', 'by-authority', 'by-plan', 'with-escort', 'yes'] as const
type Column = (typeof columnOrder)[number]

export interface EscortAnswer {
  babyEscorts: number
  /** Nobody is required for the baby; one is offered. */
  offer: boolean
  motherEscorts: number
  /** Without staff for the baby, only with an adult whom the plan names. */
  approvedAdult: boolean
  section17Escort: boolean
  motherMayGo: MotherAnswer
  /** The strictest cell before it was answered from the record. */
  column: Column
  /** Why, in words, for screen and print. */
  because: string[]
  /** The authority was not reached and nothing is on record: this has to be written down. */
  authorityNotReached: boolean
  handOver: string[]
  reach: { whom: EscortContact; when: ReachTime; what: string[] }[]
  rows: Pick<EscortRow, 'id' | 'text' | 'source' | 'mark'>[]
}

/**
 * Who goes with the baby, by the rules: every row that matches, the strictest cell of each column, and
 * everybody who must be reached (domain row 4.3, decision 28). There is no combination without an answer.
 */
export function escortFor(content: EscortContent, facts: EscortFacts): EscortAnswer {
  const mother = motherState(facts)
  const rows = matchingRows(content, facts, mother)
  const answers = rows.map((row) => ({ row, ...answerOf(content, row, facts) }))
  const motherMayGo = strictestOf(
    motherAnswers,
    answers.map(({ answer }) => answer),
  )
  const escorts = Math.max(...rows.map(({ motherEscorts }) => motherEscorts))
  const section17Escort = rows.some((row) => row.section17Escort && facts.leave.escorted)
  const atLeast = motherMayGo === 'with-escort' && !section17Escort ? 1 : 0
  const babyEscorts = Math.max(...rows.map((row) => row.babyEscorts))
  return {
    babyEscorts,
    offer: babyEscorts === 0 && rows.some(({ offer }) => offer),
    motherEscorts: motherMayGo === 'no' ? 0 : Math.max(escorts, atLeast),
    approvedAdult: babyEscorts === 0 && rows.some((row) => row.approvedAdult),
    section17Escort: section17Escort && motherMayGo !== 'no',
    motherMayGo,
    column: strictestOf(
      columnOrder,
      answers.map(({ column }) => column),
    ),
    because: [...new Set([...leaveLine(facts), ...answers.flatMap(({ because }) => because)])],
    authorityNotReached: answers.some((one) => one.authorityNotReached),
    handOver: [...new Set(rows.flatMap(({ handOver }) => handOver))],
    reach: reachOf(rows),
    rows: rows.map(({ id, text, source, mark }) => ({ id, text, source, mark })),
  }
}

const strictestOf = <T extends string>(order: readonly [T, ...T[]], found: readonly T[]): T =>
  order.find((one) => found.includes(one)) ?? order[0]

/** How the mother stands to leaving. Leave that the law does not allow is none, whoever wrote it down (decision 28). */
export function motherState({ mentalHealthAct, leave }: EscortFacts): MotherState {
  if (mentalHealthAct === null) return 'not-known'
  const { detained, leave: rule } = mentalHealthActStatusOf(mentalHealthAct)
  if (rule === 'none') return 'no-leave-possible'
  if (!detained) return rule === 'not-detained' ? 'informal' : 'not-known'
  const allowed = rule === 'clinician' || (rule === 'ministry' && leave.ministryConsent)
  return allowed && leave.covers ? 'detained-with-leave' : 'detained-without-leave'
}

function matchingRows(
  content: EscortContent,
  facts: EscortFacts,
  mother: MotherState,
): EscortRow[] {
  const codes = facts.childCodes ?? [notKnown]
  const level = facts.level.code === notAllowed ? content.levelsThatForbid[0] : facts.level.code
  const matching = content.rows.filter(({ when }) =>
    matches(when, mother, level ?? notKnown, codes),
  )
  const named = namedBy(content)
  const unnamed =
    !named.mother.has(mother) ||
    !named.levels.has(level ?? notKnown) ||
    codes.some((code) => !named.child.has(code)) ||
    // What no row covers by itself brings the last row also beside others: a further order asks for no less.
    codes.some(
      (code) => !content.rows.some(({ when }) => matches(when, mother, level ?? notKnown, [code])),
    )
  return matching.length === 0 || unnamed ? [...matching, content.otherwise] : matching
}

const notKnown = 'not-known'
/** The supervision grid's word for a place where the mother may not be with the baby. */
export const notAllowed = 'not-allowed'

function matches(
  when: EscortWhen,
  mother: MotherState,
  level: string,
  codes: readonly string[],
): boolean {
  return (
    (when.mother === 'any' || when.mother.includes(mother)) &&
    (when.levels === 'any' || when.levels.includes(level)) &&
    childMatches(when, codes)
  )
}

const childMatches = ({ child }: EscortWhen, codes: readonly string[]): boolean =>
  child.kind === 'any' ||
  (child.kind === 'only'
    ? codes.length > 0 && codes.every((code) => child.codes.includes(code))
    : codes.some((code) => child.codes.includes(code)))

/**
 * The rows that are about the child's status alone: what counts where the mother does not go along. A status
 * that has no row of its own, or that nobody recorded, brings the last row.
 */
export function rowsOfChild(
  content: EscortContent,
  childCodes: readonly string[] | null,
): EscortRow[] {
  const ofChild = content.rows.filter(
    ({ when }) => when.mother === 'any' && when.levels === 'any' && when.child.kind !== 'any',
  )
  const codes = childCodes ?? [notKnown]
  const unnamed =
    codes.length === 0 ||
    codes.some((code) => !ofChild.some(({ when }) => childMatches(when, [code])))
  const matching = ofChild.filter(({ when }) => childMatches(when, codes))
  return unnamed ? [...matching, content.otherwise] : matching
}

/** What the table has a row for by name: "any" names nothing. */
function namedBy({ rows }: EscortContent) {
  const mother = new Set<string>()
  const levels = new Set<string>()
  const child = new Set<string>()
  for (const { when } of rows) {
    if (when.mother !== 'any') for (const one of when.mother) mother.add(one)
    if (when.levels !== 'any') for (const one of when.levels) levels.add(one)
    if (when.child.kind !== 'any') for (const one of when.child.codes) child.add(one)
  }
  return { mother, levels, child }
}

interface CellAnswer {
  column: Column
  answer: MotherAnswer
  because: string[]
  authorityNotReached: boolean
}

/** The answer of one row's cell from the record. What nobody said is answered by the careful rule of decision 28. */
function answerOf(content: EscortContent, row: EscortRow, facts: EscortFacts): CellAnswer {
  const assessment = assessmentOf(content, facts)
  const plain = (column: Column, answer: MotherAnswer, ...because: string[]): CellAnswer => ({
    column,
    answer,
    because,
    authorityNotReached: false,
  })
  const careful: MotherAnswer = assessment.says === 'no' ? 'no' : 'with-escort'
  switch (row.motherMayGo) {
    case 'no':
      return plain('no', 'no', `${row.text}: the mother stays`)
    case 'yes':
      return plain('yes', 'yes')
    case 'with-escort':
      return plain('with-escort', careful, 'With a member of staff for the mother')
    case 'by-leave':
      return facts.leave.escorted
        ? plain('with-escort', 'with-escort', 'Leave under section 17, Mental Health Act: escorted')
        : plain('yes', 'yes', 'Leave under section 17, Mental Health Act covers the journey')
    case 'by-assessment':
      return assessment.says === 'yes'
        ? plain('with-escort', 'with-escort', assessment.because)
        : plain('no', 'no', assessment.because)
    case 'plan-may-forbid':
      return facts.planSays === 'no'
        ? plain('by-plan', 'no', 'The plan says no')
        : plain('yes', 'yes', 'The plan does not say no')
    case 'by-plan':
      if (facts.planSays === 'yes') return plain('by-plan', 'yes', 'The plan says that she may go')
      if (facts.planSays === 'no') return plain('by-plan', 'no', 'The plan says no')
      return plain(
        'by-plan',
        careful,
        'The plan is silent: with a member of staff, unless the assessment says no',
      )
    case 'only-by-plan':
      return facts.planSays === 'yes'
        ? plain('by-plan', 'yes', 'The plan says that she may go')
        : plain('by-plan', 'no', 'The plan does not say yes: ask the social worker first')
    case 'only-by-authority':
      return facts.authoritySays === 'yes'
        ? plain('by-authority', 'yes', 'The authority says that she may go')
        : plain('by-authority', 'no', 'The authority has not said yes: ask it first')
    case 'by-authority':
      if (facts.authoritySays === 'yes')
        return plain('by-authority', 'yes', 'The authority says that she may go')
      if (facts.authoritySays === 'no') return plain('by-authority', 'no', 'The authority says no')
      return {
        ...plain(
          'by-authority',
          careful,
          'Authority not reached and nothing on record: with a member of staff, unless the assessment says no',
        ),
        authorityNotReached: true,
      }
  }
}

/**
 * What the risk assessment says, in its words or by a level that was decided: separate, and not allowed, say
 * no; other levels let her go outside with a member of staff (domain row 4.1). The fallback is nobody's
 * assessment: she goes only if the risk assessment says so (domain row 4.3), and it says nothing.
 */
function assessmentOf(
  content: EscortContent,
  { assessmentSays: says, level }: EscortFacts,
): { says: 'yes' | 'no' | 'nobody'; because: string } {
  if (level.code === notAllowed || content.levelsThatForbid.includes(level.code))
    return { says: 'no', because: 'Her supervision keeps her from the baby there: she stays' }
  if (says === 'no') return { says: 'no', because: 'The risk assessment says that she may not go' }
  if (says === 'yes')
    return { says: 'yes', because: 'The risk assessment says that she may go, escorted' }
  if (level.from === 'fallback')
    return {
      says: 'nobody',
      because:
        'Nobody has assessed whether she may go: ask before she leaves. Until then she stays',
    }
  const place = {
    hospital: 'the hospital',
    outside: 'outside the unit',
    place: 'this place',
  }[level.from]
  return {
    says: 'yes',
    because: `Her supervision, as it was decided for ${place}, lets her go with a member of staff`,
  }
}

function leaveLine({ mentalHealthAct }: EscortFacts): string[] {
  if (mentalHealthAct === null)
    return [
      'The mother’s status under the Mental Health Act is not recorded: ask before she leaves',
    ]
  const { label, leave } = mentalHealthActStatusOf(mentalHealthAct)
  return [`${label}. ${leaveRuleTexts[leave]}`]
}

function reachOf(rows: readonly EscortRow[]): EscortAnswer['reach'] {
  const all = rows.flatMap(({ reach }) => reach)
  const whom = [...new Set(all.map((one) => one.whom))]
  return whom.map((one) => {
    const own = all.filter((item) => item.whom === one)
    const before = own.some(({ when }) => when === 'before-leaving')
    const what = [...new Set(own.map((item) => item.what))]
    return { whom: one, when: before ? 'before-leaving' : 'next-working-day', what }
  })
}

/** What was decided: as the rules say, higher, or lower by a named override. */
export type EscortChoice = Pick<
  EscortAnswer,
  'babyEscorts' | 'motherEscorts' | 'section17Escort' | 'motherMayGo'
>

/** Where a choice is lower than the rules: each needs the named override. Higher is always free. */
export function loweredColumns(rule: EscortChoice, choice: EscortChoice): string[] {
  const lowered: string[] = []
  if (choice.babyEscorts < rule.babyEscorts) lowered.push('Staff for the baby')
  if (motherAnswers.indexOf(choice.motherMayGo) > motherAnswers.indexOf(rule.motherMayGo))
    lowered.push('Whether the mother may go')
  if (choice.motherMayGo === 'no') return lowered
  if (choice.motherEscorts < rule.motherEscorts) lowered.push('Staff for the mother')
  if (rule.section17Escort && !choice.section17Escort)
    lowered.push('Escort by the leave under section 17, Mental Health Act')
  return lowered
}
