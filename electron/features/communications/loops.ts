import {
  type CallScriptFacts,
  callScript,
  writtenText,
} from '#domain/communications/call-script.ts'
import {
  type DutiesContent,
  type DutyLimit,
  dutiesRuleSetKind,
  questionText,
  recipientOf,
} from '#domain/communications/duties-content.ts'
import { dutyLimitText, isUrgent } from '#domain/communications/limits.ts'
import type { Duty, DutyEvent, DutyMethod, SharingBasis } from '#domain/communications/record.ts'
import {
  type DutyRecord,
  type DutyStatus,
  dueAtOf,
  dutyStatus,
  firstSending,
  isOpen,
  newestOf,
  nextPerson,
  sentLate,
} from '#domain/communications/status.ts'
import { epochMs } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { ruleSetsOf } from '../rule-sets/in-force.ts'
import { contactOf, mayContact } from './contacts.ts'
import { asksEffect } from './effect-on-care.ts'
import { type Family, familiesOf } from './families.ts'
import type { Loop, LoopEvent } from './loop.ts'
import { type Words, wordsOf } from './loop-words.ts'
import { type EventFacts, recordsOf } from './rows.ts'

/** Events whose subject is kept from the family and off the board. Source: decision 5; domain row 6.1. */
export const discreetEvents: readonly string[] = ['COM-12']

/** The events of the facts with their loops as they stand now; `open` leaves out the loops that are closed. */
export function loopsOf(ctx: ReadContext, facts: EventFacts, only: 'all' | 'open'): LoopEvent[] {
  const records = recordsOf(facts)
  const families = familiesOf(
    ctx.db,
    facts.events.map(({ pairId }) => pairId),
  )
  const rules = new Map(
    ruleSetsOf(ctx.db, dutiesRuleSetKind).map((set) => [set.recordId, set.content]),
  )
  const words = wordsOf(ctx, facts.events, [...records.values()].flat(), families.values())
  return facts.events.flatMap((event): LoopEvent[] => {
    const content = rules.get(event.ruleSetId)
    const family = families.get(event.pairId)
    if (!content || !family) return []
    const around = { event, content, family, words, now: ctx.now }
    const loops = (records.get(event.recordId) ?? [])
      .filter((record) => only === 'all' || isOpen(dutyStatus(record, ctx.now)))
      .map((record) => loopOf(record, around))
    if (only === 'open' && loops.length === 0) return []
    return [
      {
        eventId: event.recordId,
        version: event.version,
        event: event.event,
        title: titleOf(content, event.event),
        occurredAt: event.occurredAt,
        startsAt: event.startsAt,
        sourceType: event.sourceType,
        details: words.details.get(event.recordId) ?? null,
        effectOnCare: words.effects.get(event.recordId) ?? null,
        asksEffect: asksEffect(event),
        concernAdds: concernAdds(event, content, words),
        family,
        loops,
      },
    ]
  })
}

/** The event has somebody whom a concern or consent would have told, and none is on record. */
const concernAdds = (event: DutyEvent, content: DutiesContent, words: Words): boolean =>
  words.withoutConcern.has(event.recordId) &&
  (event.legalClass === null || event.legalClass === 'none') &&
  (content.events.find(({ id }) => id === event.event)?.cells ?? []).some(
    ({ recipient, classes }) =>
      classes.includes('none') && recipientOf(content, recipient).needsConcernWithoutPlan,
  )

interface Around {
  event: DutyEvent
  content: DutiesContent
  family: Family
  words: Words
  now: Instant
}

function loopOf(record: DutyRecord, around: Around): Loop {
  const { event, content, family, words, now } = around
  const duty = newestOf(record)
  const id = duty.recordId
  const more = words.duty.get(id)
  const status = dutyStatus(record, now)
  const said: CallScriptFacts = {
    caller: words.caller,
    unit: words.unit,
    baby: { name: family.babyName, bornOn: family.bornOn },
    mother: family.motherName,
    here: family.bed !== null,
    referred: family.referralId !== null,
    eventTitle: titleOf(content, event.event),
    occurredAt: event.occurredAt,
    startsAt: event.startsAt,
    legal: words.legal.get(event.recordId) ?? [],
    what: duty.what,
    through: / through (.+)$/.exec(duty.label)?.[1] ?? null,
    insteadBecause: more?.insteadBecause ?? null,
    personName: duty.personId === null ? null : (words.people.get(duty.personId) ?? null),
    discreet: discreetEvents.includes(event.event),
    acknowledgeWithin: dutyLimitText(ownLimit(duty.limit) ?? content.acknowledgeAtMost.limit),
    details: words.details.get(event.recordId) ?? null,
    effect: asksEffect(event) ? { onCare: words.effects.get(event.recordId) ?? null } : null,
  }
  return {
    dutyId: id,
    eventId: duty.eventId,
    label: duty.label,
    what: duty.what,
    limitText: dutyLimitText(duty.limit),
    urgent: isUrgent(duty.limit),
    dueAt: dueAtOf(record),
    calendarKnown: more?.calendarKnown !== 0,
    status,
    sentLate: sentLate(record),
    next: nextOf(status, record, around),
    question: openQuestion(record, content, words),
    concernTells: recipientOf(content, duty.recipient).needsConcernWithoutPlan,
    insteadBecause: more?.insteadBecause ?? null,
    contact: contactOfLoop(duty, more?.contactId ?? null, around),
    script: callScript(said),
    written: writtenText(said, words.telephone),
    source: more?.source ?? '',
    mark: more?.mark ?? '',
    sendings: (words.sendings.get(id) ?? []).map(
      ({ recordId, dutyId: _, author, recordedAt, ...row }) => ({
        id: recordId,
        ...row,
        enteredAt: recordedAt,
        method: row.method as DutyMethod,
        sharingBasis: row.sharingBasis as SharingBasis,
        by: words.staffName(author),
        byId: author,
      }),
    ),
    acknowledgements: (words.acknowledgements.get(id) ?? []).map(
      ({ recordId, dutyId: _, author, ...row }) => ({
        id: recordId,
        ...row,
        byId: author,
        enteredAt: words.acknowledgementEntered.get(recordId) ?? null,
        method: row.method as DutyMethod,
      }),
    ),
    drops: (words.drops.get(id) ?? []).map(
      ({ recordId, dutyId: _, author, recordedAt, ...row }) => ({
        id: recordId,
        ...row,
        enteredAt: recordedAt,
        by: words.staffName(author),
        byId: author,
      }),
    ),
  }
}

const titleOf = (content: DutiesContent, event: string): string =>
  content.events.find(({ id }) => id === event)?.title ?? event

/** The limit where it runs from the event itself; null where it runs to something that is announced. */
const ownLimit = (limit: DutyLimit) =>
  limit.kind === 'before' || limit.kind === 'working-days-before' ? null : limit

/** The question that has to be answered first; null once it is, or where there is none. */
function openQuestion(record: DutyRecord, content: DutiesContent, words: Words) {
  const { question, personId } = newestOf(record)
  if (question === null || record.answers.length > 0) return null
  const name = personId === null ? undefined : words.people.get(personId)
  const text = questionText(content, question.split(':')[0] ?? question)
  return { id: question, text: name === undefined ? text : text.replace('this person', name) }
}

/**
 * Who comes next once a limit has run out: outside, whom the rules name for this recipient; where the unit
 * itself has not acted, the nurse in charge and then the ward manager. One further for each limit more.
 */
function nextOf(status: DutyStatus, record: DutyRecord, { content, words, event, now }: Around) {
  if (status.state !== 'late') return null
  const duty = newestOf(record)
  if (status.what !== 'acknowledge')
    return nextPerson(status, words.onTheUnit, now, spanMs(event.occurredAt, status.since))
  const sentAt = firstSending(record)?.sentAt ?? event.occurredAt
  const { ifSilent } = recipientOf(content, duty.recipient)
  return nextPerson(status, ifSilent, now, spanMs(sentAt, status.since))
}

const spanMs = (from: Instant, to: Instant) => epochMs(to) - epochMs(from)

/** Where the recipient is found: the contact that the duty was resolved to, else one that is known by now. */
function contactOfLoop(duty: Duty, contactId: string | null, { content, family, words }: Around) {
  if (duty.recipient === 'holder') return null
  const found =
    words.contacts.find((one) => one.recordId === contactId && mayContact(one)) ??
    contactOf(words.contacts, content, duty, family)
  if (!found) return null
  const { name, role, telephone, email } = found
  return { name, role, telephone, email }
}
