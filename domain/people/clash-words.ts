import type { Clash, ClashTopic } from './clashes.ts'
import {
  householdLabels,
  relationLabels,
  responsibilityLabels,
  safeToContactLabels,
} from './record.ts'
import { relationText, type TieStatement } from './ties.ts'

const says: Record<ClashTopic, (tie: TieStatement, name: string) => string> = {
  father: (tie, name) => `${name}: ${relationText(tie.relation, tie.basisKind)}`,
  mother: (tie, name) => `${name}: ${relationText(tie.relation, tie.basisKind)}`,
  relation: (tie, name) => `${name}: ${relationLabels[tie.relation]}`,
  responsibility: (tie, name) => `${name}: ${responsibilityLabels[tie.parentalResponsibility]}`,
  household: (tie, name) => `${name}: ${householdLabels[tie.livesWith]}`,
  contact: (tie, name) => `${name}: ${safeToContactLabels[tie.safeToContact]}`,
}

/** What each of two statements that differ says, side by side. `nameOf` gives a person's name. */
export const bothSay = ({ topic, first, other }: Clash, nameOf: (id: string) => string) => ({
  first: says[topic](first, nameOf(first.personId)),
  other: says[topic](other, nameOf(other.personId)),
})
