import { expect, test } from 'vitest'
import { type Alarm, alarmOf } from '#domain/unwell-baby/alarm.ts'
import type { NextStep } from '#domain/unwell-baby/next-step.ts'

const due = '2026-03-04T03:00:00.000Z'
const step = (changes: Partial<NextStep>): NextStep => ({
  step: 'help',
  text: 'Speak to on-call paediatrics',
  brief: 'Speak to on-call paediatrics',
  dueAt: due,
  ownDueAt: due,
  late: false,
  ring: ['on-call-paediatrics'],
  band: 'pews-high',
  takesOver: null,
  ...changes,
})

const table: readonly (readonly [string, NextStep | null, Alarm])[] = [
  ['999 is the next step', step({ ring: ['999'] }), 'at-once'],
  [
    '999 in place of somebody not reached',
    step({ ring: ['999', 'on-call-paediatrics'], late: true }),
    'at-once',
  ],
  ['on-call paediatrics are to be reached', step({}), 'when-late'],
  ['observations are to be taken', step({ step: 'observations', ring: [] }), 'when-late'],
  ['others are to be told', step({ step: 'tell', ring: [], late: true }), null],
  ['a step without a limit', step({ step: 'escort', ring: [], dueAt: null }), null],
  ['nothing is left to do', null, null],
]

test.each(table)('%s', (_when, next, alarm) => {
  expect(alarmOf(next)).toBe(alarm)
})
