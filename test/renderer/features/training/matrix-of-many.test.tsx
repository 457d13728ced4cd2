import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { importManyStaff } from '../../../support/many-staff.ts'
import { signedIn } from '../../app/open-window.tsx'

const people = 500
/** Those of the test unit itself. */
const others = 8

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await importManyStaff(unit, people)
})
afterEach(() => unit.close())

const table = (name: string) => screen.findByRole('table', { name: `Training matrix: ${name}` })
// Where nothing is laid out a row has no height, so that more of them are near the screen than on a real one.
const drawn = (of: HTMLElement) => of.querySelectorAll('tbody a').length

it('draws of 500 people those near the screen, and prints them all', async () => {
  const { user } = await signedIn(unit, 'safeguarding-lead')
  await user.click(await screen.findByRole('link', { name: 'People' }))
  await user.click(await screen.findByRole('link', { name: 'Staff training' }))
  const required = await table('what is required')
  expect(required.getAttribute('aria-rowcount')).toBe(String(people + others + 1))
  expect(drawn(required)).toBeLessThan(people)

  await act(async () => void window.dispatchEvent(new Event('beforeprint')))
  expect(drawn(required)).toBe(people + others)
  await act(async () => void window.dispatchEvent(new Event('afterprint')))
  expect(drawn(required)).toBeLessThan(people)
}, 60_000)
