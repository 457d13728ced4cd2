import type { DutyBasis } from '#domain/communications/derive.ts'
import { acknowledgeDue } from '#domain/communications/limits.ts'
import type {
  Duty,
  DutyAcknowledgement,
  DutyAnswer,
  DutyDrop,
  DutyEvent,
  DutySending,
  DutyVersion,
} from '#domain/communications/record.ts'
import type { DutyRecord } from '#domain/communications/status.ts'
import type { Instant } from '#domain/shared/time.ts'
import { content } from './rules-of-the-unit.ts'

export const at = (time: string): Instant => `2026-11-23T${time}:00.000Z`

let sequence = 0
export const version = (changes: Partial<DutyVersion> = {}): DutyVersion => {
  sequence += 1
  return {
    recordId: `record-${sequence}`,
    version: 1,
    auditSeq: sequence,
    recordedAt: at('14:02'),
    withdrawn: false,
    ...changes,
  }
}

const hour = { kind: 'hours', hours: 1 } as const

export const duty = (changes: Partial<Duty> = {}): Duty => ({
  ...version(),
  eventId: 'event-1',
  key: 'social-worker',
  recipient: 'social-worker',
  label: 'Social worker or duty team',
  what: 'Tell: Social worker or duty team',
  personId: null,
  limit: hour,
  dueAt: at('15:02'),
  question: null,
  ...changes,
})

export const sending = (dutyId: string, sentAt: Instant | null): DutySending => ({
  ...version({ recordedAt: sentAt ?? at('14:30') }),
  dutyId,
  sentAt,
  method: 'telephone',
  toName: 'Duty desk',
  sentBy: 'S. Okafor',
  acknowledgeBy: sentAt === null ? null : acknowledgeDue(content, hour, sentAt),
})

export const acknowledgement = (
  dutyId: string,
  changes: Partial<DutyAcknowledgement> = {},
): DutyAcknowledgement => ({
  ...version(),
  dutyId,
  acknowledgedAt: at('15:00'),
  byName: 'K. Test',
  byRole: 'Duty social worker',
  outcome: '',
  ...changes,
})

export const answer = (eventId: string, value: 'yes' | 'no', time = ''): DutyAnswer => ({
  ...version(time === '' ? {} : { recordedAt: at(time) }),
  eventId,
  question: 'serious',
  answer: value,
  because: 'Asked the ward manager',
  answeredAt: at('14:40'),
})

export const drop = (dutyId: string, droppedAt: Instant): DutyDrop => ({
  ...version({ recordedAt: droppedAt }),
  dutyId,
  because: 'Told at the meeting of this morning',
  droppedAt,
})

export const dutyRecord = (changes: Partial<Duty> = {}): DutyRecord => ({
  versions: [duty(changes)],
  answers: [],
  sendings: [],
  acknowledgements: [],
  drops: [],
})

/** A duty by the words of the tables: "question, answered yes, sent 14:50". */
export function dutyOfWords(words: string, changes: Partial<Duty> = {}): DutyRecord {
  const first = duty({
    ...(words.includes('question') ? { question: 'serious' } : {}),
    ...(words.startsWith('no due time') ? { dueAt: null } : {}),
    ...changes,
  })
  const id = first.recordId
  const versions: [Duty, ...Duty[]] = [first]
  const record = { versions, answers: [], sendings: [], acknowledgements: [], drops: [] } as {
    versions: [Duty, ...Duty[]]
    answers: DutyAnswer[]
    sendings: DutySending[]
    acknowledgements: DutyAcknowledgement[]
    drops: DutyDrop[]
  }
  for (const part of words.split(', ')) {
    const time = /\d\d:\d\d$/.exec(part)?.[0] ?? ''
    if (part === 'nothing' || part === 'question' || part === 'no due time') continue
    else if (part === 'sent without a time') record.sendings.push(sending(id, null))
    else if (part.startsWith('sent ')) record.sendings.push(sending(id, at(time)))
    else if (part === 'acknowledged without name')
      record.acknowledgements.push(acknowledgement(id, { byName: null }))
    else if (part === 'acknowledged without time')
      record.acknowledgements.push(acknowledgement(id, { acknowledgedAt: null }))
    else if (part.startsWith('acknowledged '))
      record.acknowledgements.push(acknowledgement(id, { acknowledgedAt: at(time) }))
    else if (part.startsWith('dropped ')) record.drops.push(drop(id, at(time)))
    else if (part.startsWith('answered '))
      record.answers.push(answer(first.eventId, part.includes('yes') ? 'yes' : 'no', time))
    else if (part.startsWith('moved to '))
      record.versions.push({ ...first, ...version({ recordId: id, version: 2 }), dueAt: at(time) })
    else throw new Error(`"${part}" means nothing here`)
  }
  return record
}

export const event = (changes: Partial<DutyEvent> = {}): DutyEvent => ({
  ...version({ recordId: 'event-1' }),
  pairId: 'pair-1',
  event: 'COM-05',
  occurredAt: at('14:02'),
  startsAt: null,
  sourceId: 'episode-1',
  sourceType: 'episode',
  legalClass: 'L',
  ruleSetId: 'rules-1',
  ...changes,
})

/** What a derivation reads, with what the test says of it. */
export const basis = (changes: Partial<DutyBasis> = {}): DutyBasis => ({
  event: 'COM-05',
  occurredAt: '2026-11-23T14:02:00.000Z',
  startsAt: '2026-12-07T10:00:00.000Z',
  legalClass: 'none',
  concernOrConsent: false,
  babyDays: 120,
  holders: [],
  answers: {},
  ...changes,
})
