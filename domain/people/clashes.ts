import type { SafeToContact } from './record.ts'
import type { TieStatement } from './ties.ts'

/**
 * Where two sources say different things of the same people: both statements are kept, and a person settles
 * which of them holds. Source: review of Child Z, Finding Seven; domain.md 6.2, DISPUTED. Truth table:
 * docs/states/people.md, 1.
 */
export const clashTopics = [
  'father',
  'mother',
  'relation',
  'responsibility',
  'household',
  'contact',
] as const
export type ClashTopic = (typeof clashTopics)[number]

export const clashTopicLabels: Record<ClashTopic, string> = {
  father: 'who the father is',
  mother: 'who the mother is',
  relation: 'what they are to each other',
  responsibility: 'parental responsibility',
  household: 'the household',
  contact: 'whether contact is safe',
}

export interface Clash {
  /** Stable for two statements and one topic. */
  key: string
  topic: ClashTopic
  /** The one that was recorded earlier. */
  first: TieStatement
  other: TieStatement
}

/** Which of the two was found to hold, for the versions that were looked at. */
export interface Settlement {
  recordId: string
  firstId: string
  firstVersion: number
  otherId: string
  otherVersion: number
  topic: ClashTopic
  holds: 'first' | 'other'
}

const topics: Record<ClashTopic, (a: TieStatement, b: TieStatement) => boolean> = {
  father: (a, b) => areTwo(a, b) && bothSay('father', a, b),
  mother: (a, b) => areTwo(a, b) && bothSay('mother', a, b),
  relation: (a, b) => isOne(a, b) && a.relation !== b.relation && isKin(a) && isKin(b),
  responsibility: (a, b) =>
    isOne(a, b) && areYesAndNo(a.parentalResponsibility, b.parentalResponsibility),
  household: (a, b) => isOne(a, b) && areYesAndNo(a.livesWith, b.livesWith),
  contact: (a, b) =>
    isOne(a, b) &&
    a.safeToContact !== b.safeToContact &&
    a.safeToContact !== 'not-known' &&
    b.safeToContact !== 'not-known',
}

/** Two statements of the same person. */
const isOne = (a: TieStatement, b: TieStatement) => a.personId === b.personId
const areTwo = (a: TieStatement, b: TieStatement) => a.personId !== b.personId
const bothSay = (relation: 'father' | 'mother', a: TieStatement, b: TieStatement) =>
  [a, b].every((one) => one.relation === relation && one.basisKind !== 'not-established')
const areYesAndNo = (a: string, b: string) =>
  (a === 'yes' && b === 'no') || (a === 'no' && b === 'yes')
// Nobody is two of these to the same person; a partner, a guardian or a friend may be one of them as well.
const kin = ['mother', 'father', 'child', 'sibling', 'grandparent']
const isKin = ({ relation }: TieStatement) => kin.includes(relation)

/** Every clash among statements as they stand, the earliest statements first. */
export function clashesOf(ties: readonly TieStatement[]): Clash[] {
  const inOrder = [...ties].sort((a, b) => (a.recordId < b.recordId ? -1 : 1))
  return inOrder.flatMap((first, index) =>
    inOrder
      .slice(index + 1)
      .filter((other) => other.toPersonId === first.toPersonId)
      .flatMap((other) =>
        clashTopics
          .filter((topic) => topics[topic](first, other))
          .map((topic) => ({
            key: `clash:${topic}:${first.recordId}:${other.recordId}`,
            topic,
            first,
            other,
          })),
      ),
  )
}

/** The settlement of a clash; a statement that was changed since is looked at again. */
export const settlementOf = (
  { topic, first, other }: Clash,
  settlements: readonly Settlement[],
): Settlement | undefined =>
  settlements.findLast(
    (one) =>
      one.topic === topic &&
      one.firstId === first.recordId &&
      one.firstVersion === first.version &&
      one.otherId === other.recordId &&
      one.otherVersion === other.version,
  )

const mostCarefulFirst: readonly SafeToContact[] = [
  'do-not-contact',
  'not-known',
  'only-through',
  'yes',
]

/**
 * What is wrong with settling a clash in favour of one; undefined where nothing is. Contact is never
 * loosened by settling: that would be an override, and none is offered (decision 30).
 */
export function settlementFault(clash: Clash, holds: Settlement['holds']): string | undefined {
  if (clash.topic !== 'contact') return undefined
  const [kept, lost] = holds === 'first' ? [clash.first, clash.other] : [clash.other, clash.first]
  const rank = ({ safeToContact }: TieStatement) => mostCarefulFirst.indexOf(safeToContact)
  return rank(kept) <= rank(lost)
    ? undefined
    : 'The more careful statement holds. To loosen it, correct that statement itself, with its own basis'
}

/** What a lost statement takes over from the one that holds, topic by topic. */
const takenOver: Record<ClashTopic, (kept: TieStatement) => Partial<TieStatement>> = {
  father: () => ({ relation: 'other' }),
  mother: () => ({ relation: 'other' }),
  relation: ({ relation }) => ({ relation }),
  responsibility: ({ parentalResponsibility }) => ({ parentalResponsibility }),
  household: ({ livesWith }) => ({ livesWith }),
  contact: ({ safeToContact, contactThrough }) => ({ safeToContact, contactThrough }),
}

/** The statements with what was found not to hold replaced by what does: what duties and questions follow. */
export function asSettled<Tie extends TieStatement>(
  ties: readonly Tie[],
  settlements: readonly Settlement[],
): Tie[] {
  if (settlements.length === 0) return [...ties]
  const found = new Map(ties.map((tie) => [tie.recordId, tie]))
  for (const clash of clashesOf(ties)) {
    const settled = settlementOf(clash, settlements)
    if (!settled) continue
    const [kept, lost] =
      settled.holds === 'first' ? [clash.first, clash.other] : [clash.other, clash.first]
    const before = found.get(lost.recordId)
    if (before) found.set(lost.recordId, { ...before, ...takenOver[clash.topic](kept) })
  }
  return [...found.values()]
}
