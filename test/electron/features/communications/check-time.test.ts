import { expect, test } from 'vitest'
import { checkTime } from '../../../../electron/features/communications/one-duty.ts'

const at = (time: string) => `2026-11-23T${time}:00.000Z`
const sentAt = (time: string, happened: string) => () =>
  checkTime(at('15:00'), 'sentAt', at(time), { at: at(happened), what: 'it happened' })

test('nobody is told before it happened, nor at a time still to come', () => {
  expect(sentAt('14:30', '14:00')).not.toThrow()
  expect(sentAt('13:59', '14:00')).toThrow()
  expect(sentAt('15:30', '14:00')).toThrow()
})

test('a computer’s clock that was set back since it happened keeps nobody from being told', () => {
  expect(sentAt('15:00', '15:08')).not.toThrow()
})
