import { expect, test } from 'vitest'
import { type CallScriptFacts, callScript } from '#domain/communications/call-script.ts'

const facts: CallScriptFacts = {
  caller: 'S. Okafor',
  unit: 'Rowan Unit',
  baby: { name: 'Amber Test', bornOn: '2026-09-14' },
  mother: 'Jo Test',
  here: true,
  referred: false,
  eventTitle: 'Bruise or injury',
  occurredAt: '2026-11-23T14:02:00.000Z',
  startsAt: null,
  legal: [],
  what: 'Tell: Police',
  through: null,
  insteadBecause: null,
  personName: null,
  discreet: false,
  details: null,
  effect: null,
  acknowledgeWithin: 'within 1 hour',
}

test('says who rings, about whom, what happened, and asks for a name', () => {
  const { first, say, ask } = callScript(facts)
  expect(first).toEqual([
    'Leave no details with a machine or with anybody else: ask to be rung back',
  ])
  expect(say).toEqual([
    'This is S. Okafor, of Rowan Unit.',
    'I am ringing about Amber Test, born 14 Sep 2026, who is with us with Jo Test.',
    'Bruise or injury, on 23 Nov 2026, 14:02.',
    'No legal status is recorded for the child here.',
  ])
  expect(ask[0]).toContain('your name and role')
  expect(ask[1]).toContain('within 1 hour')
})

test.each<[string, Partial<CallScriptFacts>, string]>([
  [
    'a suspicion is not spoken of near the carer',
    { discreet: true },
    'Do not speak of this with the carer',
  ],
  ['a person is told through another', { through: 'Aunt May' }, 'Go through Aunt May'],
  [
    'a person who must not be contacted is not rung',
    { personName: 'Robin Test', insteadBecause: 'They must not be contacted' },
    'Do not ring Robin Test: they must not be contacted',
  ],
])('%s', (_, changes, words) => {
  expect(callScript({ ...facts, ...changes }).first.join('. ')).toContain(words)
})

test('whoever has not come yet has been referred to us', () => {
  const { say } = callScript({ ...facts, here: false, referred: true })
  expect(say[1]).toContain('who has been referred to us')
})

test('whoever has left the unit was with us, and what is announced says when it starts', () => {
  const { say } = callScript({ ...facts, here: false, startsAt: '2026-11-25T10:00:00.000Z' })
  expect(say[1]).toContain('who was with us')
  expect(say[2]).toContain('It starts on 25 Nov 2026, 10:00.')
})
