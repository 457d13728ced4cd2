import { contactRoute } from '../people/contact-route.ts'
import type { Responsibility, SafeToContact } from '../people/record.ts'
import { type BankHolidays, englandBankHolidays } from '../shared/bank-holidays.ts'
import type { DutyClass } from '../shared/legal-status.ts'
import type { SourceMark } from '../shared/source.ts'
import type { Instant } from '../shared/time.ts'
import {
  type CellClass,
  type DutiesContent,
  type DutyCell,
  type DutyEventRule,
  type DutyLimit,
  questionText,
  type RecipientKey,
  recipientOf,
} from './duties-content.ts'
import { dutyDue, officeOpensAt } from './limits.ts'

/** A person with a tie to the baby, as far as telling them is concerned. The mother on the unit is not one. */
export interface Holder {
  personId: string
  name: string
  responsibility: Responsibility
  safeToContact: SafeToContact
  contactThrough: string | null
}

/** What the duties of one event follow from. */
export interface DutyBasis {
  event: string
  occurredAt: Instant
  /** The start of what is announced (arrival, leave, discharge); null while it is not set. */
  startsAt: Instant | null
  /** The highest class of the child's statuses in force; null where no status is recorded. */
  legalClass: DutyClass | null
  /** A safeguarding concern, or consent to share, is recorded. */
  concernOrConsent: boolean
  babyDays: number | null
  holders: readonly Holder[]
  /** For an event that only those are told of who were told of another: who they are. */
  toldBefore?: readonly RecipientKey[] | undefined
  /** Answers to named questions, by question, or `holds-responsibility:<person>`. */
  answers: Readonly<Record<string, 'yes' | 'no'>>
}

interface Common {
  /** Stable from one derivation to the next, so that what was done is kept. */
  key: string
  recipient: RecipientKey
  /** Whom, in words, at this time of day: "Emergency duty team". */
  label: string
  source: string
  mark: SourceMark
}

/** A duty, a question that has to be answered first, or somebody who was considered and is not told. */
export type Derived =
  | (Common & {
      kind: 'duty' | 'question'
      /** The named question; null for a duty without one. */
      question: string | null
      questionText: string | null
      limit: DutyLimit
      dueAt: Instant | null
      calendarKnown: boolean
      /** What has to be done: "Tell the health visitor, through the social worker". */
      what: string
      /** The person whom the duty is about, where a person and not an agency is told. */
      personId: string | null
      /** Why the social worker is asked instead of telling that person (decision 30). */
      insteadBecause: string | null
    })
  | (Common & { kind: 'considered'; because: string })

/**
 * The duties of an event: event by legal class, by responsibility, by time of day (decisions 30 and 31).
 * Everybody in the row is accounted for: told, asked about, or considered with the reason.
 */
export function deriveDuties(
  content: DutiesContent,
  basis: DutyBasis,
  holidays: BankHolidays = englandBankHolidays,
): Derived[] {
  const event = content.events.find(({ id }) => id === basis.event)
  if (!event) throw new Error(`No event ${basis.event} in the duties`)
  const childClass = classOf(basis)
  const recipients = [...new Set(event.cells.map(({ recipient }) => recipient))]
  return recipients.flatMap((recipient) => {
    const cells = event.cells.filter((one) => one.recipient === recipient)
    return event.onlyToldOf === undefined
      ? derivedFor(content, event, basis, childClass, recipient, cells, holidays)
      : derivedAfter(content, event, basis, recipient, cells, holidays)
  })
}

/** Whoever was told of something is told that it is over; age, class and consent do not matter any more. */
function derivedAfter(
  content: DutiesContent,
  event: DutyEventRule,
  basis: DutyBasis,
  recipient: RecipientKey,
  [cell]: readonly DutyCell[],
  holidays: BankHolidays,
): Derived[] {
  if (!cell) return []
  const { label } = recipientOf(content, recipient)
  const common = { key: recipient, recipient, label, source: cell.source, mark: cell.mark }
  const wasTold = basis.toldBefore?.includes(recipient)
  if (wasTold && recipient === 'holder') return holderDuties(content, event, basis, cell, holidays)
  if (wasTold) return [dutyOf(content, event, basis, cell, common, null, holidays)]
  const earlier = content.events.find(({ id }) => id === event.onlyToldOf)
  const because = earlier ? `Was not told: ${earlier.title.toLowerCase()}` : 'Was not told of it'
  return [{ ...common, kind: 'considered', because }]
}

/** The class by which cells are chosen; while it is not certain, the question and the class that it may turn out to be. */
interface ChildClass {
  class: CellClass
  question: string | null
  maybe: readonly CellClass[]
}

/**
 * An order of private law or guardianship counts by what it says: until it is read the child counts as C,
 * and cells for L are questions. Where no status is recorded all cells for a plan or order are questions:
 * they are answered by recording it.
 */
function classOf({ legalClass, answers }: DutyBasis): ChildClass {
  const certain = (found: CellClass): ChildClass => ({ class: found, question: null, maybe: [] })
  if (legalClass === null) return { class: 'none', question: 'legal-status', maybe: ['C', 'L'] }
  if (legalClass !== 'by-order') return certain(legalClass)
  const shares = answers['order-gives-authority-responsibility']
  if (shares === 'yes') return certain('L')
  if (shares === undefined)
    return { class: 'C', question: 'order-gives-authority-responsibility', maybe: ['L'] }
  // Nobody has answered whether an authority is involved: it is taken to be.
  return certain(answers['order-involves-authority'] === 'no' ? 'none' : 'C')
}

function derivedFor(
  content: DutiesContent,
  event: DutyEventRule,
  basis: DutyBasis,
  child: ChildClass,
  recipient: RecipientKey,
  cells: readonly DutyCell[],
  holidays: BankHolidays,
): Derived[] {
  const cell = cells.find(({ classes }) => classes.includes(child.class))
  if (recipient === 'holder') return cell ? holderDuties(content, event, basis, cell, holidays) : []
  const rule = recipientOf(content, recipient)
  const [any] = cells
  const common = {
    key: recipient,
    recipient,
    label: rule.label,
    source: (cell ?? any ?? rule).source,
    mark: (cell ?? any ?? rule).mark,
  }
  const considered = (because: string): Derived[] => [{ ...common, kind: 'considered', because }]
  const young = rule.babyYoungerThanDays
  if (young !== undefined && basis.babyDays !== null && basis.babyDays >= young)
    return considered(
      `The baby is ${basis.babyDays} days old: ${rule.label.toLowerCase()} until ${young} days`,
    )
  if (!cell) {
    // A status that may still turn out to be a plan or order: ask, by the limit of the cell that would hold.
    const maybe = cells.find(({ classes }) => classes.some((one) => child.maybe.includes(one)))
    if (child.question !== null && maybe)
      return [dutyOf(content, event, basis, maybe, common, child.question, holidays)]
    return considered('No plan or order that this is told for')
  }
  if (
    rule.needsConcernWithoutPlan &&
    child.class === 'none' &&
    !event.isConcern &&
    !basis.concernOrConsent
  ) {
    return child.question !== null
      ? [dutyOf(content, event, basis, cell, common, child.question, holidays)]
      : considered('No plan or order, and neither a concern nor consent is recorded')
  }
  const question = cell.question ?? null
  if (question !== null && basis.answers[question] === 'no')
    return considered(`Answered no: ${questionText(content, question)}`)
  return [dutyOf(content, event, basis, cell, common, question, holidays)]
}

interface Told extends Common {
  personId?: string
  insteadBecause?: string
  what?: string
}

/** The duty of one cell, or the question that has to be answered before it is one. */
function dutyOf(
  content: DutiesContent,
  event: DutyEventRule,
  basis: DutyBasis,
  cell: DutyCell,
  told: Told,
  question: string | null,
  holidays: BankHolidays,
): Derived {
  const { personId = null, insteadBecause = null, what, ...common } = told
  const due = dutyDue(cell.limit, basis.occurredAt, basis.startsAt, holidays)
  const label = labelAt(content, told, basis.occurredAt, due.at, holidays)
  const answerKey = question === 'holds-responsibility' ? `${question}:${personId}` : question
  const open = answerKey !== null && basis.answers[answerKey] !== 'yes'
  const through = cell.through ? `, through ${cell.through}` : ''
  return {
    ...common,
    kind: open ? 'question' : 'duty',
    label,
    question: answerKey,
    questionText: question === null ? null : questionText(content, question),
    limit: cell.limit,
    dueAt: due.at,
    calendarKnown: due.calendarKnown,
    what: what ?? `${cell.act ?? `Tell: ${label}`}${through} (${event.title.toLowerCase()})`,
    personId,
    insteadBecause,
  }
}

/** The recipient at this time of day: whoever is on duty while the office is shut and the limit cannot wait for it. */
function labelAt(
  content: DutiesContent,
  { recipient, label }: Common,
  at: Instant,
  dueAt: Instant | null,
  holidays: BankHolidays,
): string {
  const { outOfHours } = recipientOf(content, recipient)
  if (outOfHours === undefined || dueAt === null) return label
  return dueAt < officeOpensAt(content, at, holidays) ? outOfHours : label
}

/** Holders of responsibility, each as the record says that they may be contacted. No override is offered (decision 30). */
function holderDuties(
  content: DutiesContent,
  event: DutyEventRule,
  basis: DutyBasis,
  cell: DutyCell,
  holidays: BankHolidays,
): Derived[] {
  return onePerPerson(basis.holders)
    .filter(({ responsibility }) => responsibility !== 'no')
    .map((holder) => {
      const { personId, name, responsibility } = holder
      const route = contactRoute(holder.safeToContact, holder.contactThrough)
      const recipient = route.kind === 'social-worker' ? 'social-worker' : 'holder'
      const label =
        route.kind === 'direct'
          ? name
          : route.kind === 'through'
            ? `${name}, through ${route.whom}`
            : recipientOf(content, 'social-worker').label
      const common = {
        key: `holder:${personId}`,
        recipient,
        label,
        source: cell.source,
        mark: cell.mark,
      } as const
      if (
        responsibility === 'not-known' &&
        basis.answers[`holds-responsibility:${personId}`] === 'no'
      )
        return {
          ...common,
          kind: 'considered',
          because: `Answered no: ${questionText(content, 'holds-responsibility')}`,
        }
      const question = responsibility === 'not-known' ? 'holds-responsibility' : null
      const told: Told =
        route.kind === 'social-worker'
          ? {
              ...common,
              personId,
              insteadBecause: route.because,
              what: `Ask whether and how ${name} is told. The unit does not contact them: ${route.because.toLowerCase()} (${event.title.toLowerCase()})`,
            }
          : { ...common, personId }
      return dutyOf(content, event, basis, cell, told, question, holidays)
    })
}

const responsibilityOrder: readonly Responsibility[] = ['yes', 'not-known', 'no']
const carefulOrder: readonly SafeToContact[] = [
  'do-not-contact',
  'not-known',
  'only-through',
  'yes',
]

/** Several ties of one person become one: any tie that says so makes a holder, the most careful says how to contact. */
export function onePerPerson(holders: readonly Holder[]): Holder[] {
  const byPerson = Map.groupBy(holders, ({ personId }) => personId)
  return [...byPerson.values()].flatMap((ties) => {
    const responsibility = responsibilityOrder.find((one) =>
      ties.some((tie) => tie.responsibility === one),
    )
    const careful = carefulOrder
      .map((one) => ties.find((tie) => tie.safeToContact === one))
      .find((tie) => tie !== undefined)
    return careful && responsibility ? [{ ...careful, responsibility }] : []
  })
}
