import { dateOf, formatDate } from '../shared/calendar.ts'
import { daysOf, mayCoincide, roughText } from '../shared/rough-date.ts'
import type { CivilDate } from '../shared/time.ts'
import { type ChronologyLine, spanOf } from './line.ts'

/**
 * Where two accounts cannot both be right. Both are kept, and the clash is raised; which of them holds is for
 * a person to say, with a basis (Child Z, Finding Seven; domain.md 6.2, DISPUTED). Truth table: docs/states/chronology.md.
 */
export interface Clash {
  rule: ClashRule
  text: string
  firstId: string
  /** The same as the first where a line clashes with what it says of itself. */
  secondId: string
  /** What a person said of it; null for one that only the rules raise. */
  told: ToldClash | null
}

export const clashRules = [
  'said', // a person says that two accounts differ
  'birth', // two dates of one birth
  'before-birth', // something about a baby who was not born
  'after-source', // told before it happened
] as const
export type ClashRule = (typeof clashRules)[number]

/** What a person recorded about two accounts. */
export interface ToldClash {
  recordId: string
  version: number
  firstId: string
  secondId: string
  what: string
  state: 'open' | 'settled'
  settlement: string
}

interface History {
  lines: readonly ChronologyLine[]
  /** Each baby's date of birth as it is on record. */
  births: readonly { personId: string; bornOn: CivilDate | null }[]
  told: readonly ToldClash[]
}

/** Every clash of a history: what the rules find, each with what a person said of it, then what people raised. */
export function clashesOf({ lines, births, told }: History): Clash[] {
  const ofRules = [...birthClashes(lines), ...lines.flatMap((line) => ownClashes(line, births))]
  const answered = ofRules.map((clash) => ({ ...clash, told: toldOf(told, clash) }))
  const there = new Set(lines.map(({ recordId }) => recordId))
  const raised = told.filter(
    (one) =>
      there.has(one.firstId) &&
      there.has(one.secondId) &&
      !answered.some((clash) => clash.told?.recordId === one.recordId),
  )
  return [
    ...answered,
    ...raised.map(
      (one): Clash => ({
        rule: 'said',
        text: one.what,
        firstId: one.firstId,
        secondId: one.secondId,
        told: one,
      }),
    ),
  ]
}

/** Whether a person has still to say which account holds. */
export const isOpen = ({ told }: Clash): boolean => told?.state !== 'settled'

const toldOf = (told: readonly ToldClash[], { firstId, secondId }: Omit<Clash, 'told'>) =>
  told.findLast(
    (one) =>
      (one.firstId === firstId && one.secondId === secondId) ||
      (one.firstId === secondId && one.secondId === firstId),
  ) ?? null

const isBirth = ({ kind }: ChronologyLine) => kind === 'birth'

function birthClashes(lines: readonly ChronologyLine[]): Omit<Clash, 'told'>[] {
  const births = lines.filter((line) => isBirth(line) && line.personId !== null)
  return births.flatMap((first, i) =>
    births
      .slice(i + 1)
      .filter(
        (second) =>
          second.personId === first.personId && !mayCoincide(first.happened, second.happened),
      )
      .map((second) => ({
        rule: 'birth' as const,
        text: `Two dates of one birth: ${roughText(first.happened)} and ${roughText(second.happened)}`,
        firstId: first.recordId,
        secondId: second.recordId,
      })),
  )
}

function ownClashes(line: ChronologyLine, births: History['births']): Omit<Clash, 'told'>[] {
  const found: Omit<Clash, 'told'>[] = []
  const raise = (rule: ClashRule, text: string) =>
    found.push({ rule, text, firstId: line.recordId, secondId: line.recordId })
  const span = spanOf(line)
  const bornOn = births.find(({ personId }) => personId === line.personId)?.bornOn
  const isOfTheUnborn = line.kind === 'pregnancy' || isBirth(line) || line.from !== 'entry'
  if (span && bornOn && !isOfTheUnborn && span.last < bornOn)
    raise('before-birth', `It is told of a baby who was born on ${formatDate(bornOn)}`)
  const first = daysOf(line.happened)?.[0]
  const toldOn = toldBy(line)
  if (first !== undefined && toldOn !== undefined && first > toldOn)
    raise('after-source', `It is told by a source of ${formatDate(toldOn)}, before it happened`)
  return found
}

/** The last day on which its source can have told of it: when the document was written, or it was said. */
function toldBy({ from, document, basis }: ChronologyLine): CivilDate | undefined {
  if (from !== 'entry' && from !== 'health-contact') return undefined
  if (document?.writtenOn) return document.writtenOn
  if (!basis || basis.kind === 'document' || basis.on === undefined) return undefined
  return basis.on.length > 10 ? dateOf(basis.on) : basis.on
}
