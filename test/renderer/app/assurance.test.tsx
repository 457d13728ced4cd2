import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
  await unit.arrive({ motherName: 'Jo', babyName: 'Amber', at: '2026-11-22T09:00:00.000Z' })
})
afterEach(() => unit.close())

async function assurance(role: string) {
  const opened = await signedIn(unit, role)
  const nav = within(screen.getByRole('navigation', { name: 'Main' }))
  await opened.user.click(nav.getByRole('link', { name: 'Assurance' }))
  await screen.findByRole('heading', { level: 1, name: 'Assurance' })
  return opened
}

it('shows every requirement with its level, and not tested where there is too little', async () => {
  await assurance('commissioner')
  const table = within(await screen.findByRole('table', { name: 'Requirements' }))
  expect(table.getByRole('link', { name: /^5d / })).toBeTruthy()
  expect(table.getAllByText('Not tested').length).toBeGreaterThan(3)
  expect(table.queryByText('100.0 %')).toBeNull()
  await expectAccessible()
})

it('opens a figure to the records behind it: by name for the ward', async () => {
  const { user } = await assurance('ward-manager')
  await user.click(await screen.findByRole('link', { name: /^5d / }))
  await user.click(await screen.findByRole('link', { name: /records? behind 5d-3$/ }))
  expect(await screen.findByRole('link', { name: 'Amber Example with Jo Example' })).toBeTruthy()
  await expectAccessible()
})

it('opens the same figure to pseudonyms for the commissioner, without any name', async () => {
  const { user } = await assurance('commissioner')
  await user.click(await screen.findByRole('link', { name: /^5d / }))
  await expectAccessible()
  await user.click(await screen.findByRole('link', { name: /records? behind 5d-3$/ }))
  const table = within(await screen.findByRole('table', { name: 'Records' }))
  expect(table.getAllByRole('row').length).toBe(2)
  expect(document.body.textContent).not.toMatch(/Amber|Jo Example/)
})

it('opens each of the four counts to just what it counts, a zero too', async () => {
  const { user } = await assurance('commissioner')
  await user.click(await screen.findByRole('link', { name: /^5d / }))
  await user.click(await screen.findByRole('link', { name: /^5d-3, pass: 0/ }))
  await screen.findByText('No record is counted so.')
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: 'Show all records of this measure' }))
  const table = within(await screen.findByRole('table', { name: 'Records' }))
  expect(table.getAllByRole('row').length).toBe(2)
  await user.click(screen.getByRole('link', { name: 'Back to 5d' }))
  await user.click(await screen.findByRole('link', { name: /^5d-3, fail: 1/ }))
  const failed = within(await screen.findByRole('table', { name: 'Records' }))
  expect(failed.getAllByRole('row').length).toBe(2)
})

it('keeps the chosen period from the table to the records', async () => {
  const { user } = await assurance('ward-manager')
  await user.click(await screen.findByRole('link', { name: 'Last quarter' }))
  expect(await screen.findByText(/July to September 2026/)).toBeTruthy()
  await user.click(await screen.findByRole('link', { name: /^5d / }))
  expect(await screen.findByText(/^July to September 2026, as recorded by/)).toBeTruthy()
})

it('refuses a period that ends before it begins, at its field', async () => {
  const { user } = await assurance('ward-manager')
  await user.click(await screen.findByRole('button', { name: 'Another period' }))
  const last = within(await screen.findByRole('group', { name: 'Last day' }))
  await user.clear(last.getByLabelText('Year'))
  await user.type(last.getByLabelText('Year'), '2025')
  await user.click(screen.getByRole('button', { name: 'Show this period' }))
  expect((await screen.findByRole('alert')).textContent).toContain('must not be before')
})

it('makes a report and gives it as a file', async () => {
  const { user, saved } = await assurance('safeguarding-lead')
  await user.click(await screen.findByRole('link', { name: 'Reports' }))
  await user.click(await screen.findByRole('button', { name: 'Make a report' }))
  await user.click(await screen.findByRole('radio', { name: 'Restricted' }))
  await user.type(await screen.findByLabelText('Who the report goes to'), 'NHS England, the trust')
  await user.click(screen.getByRole('button', { name: 'Make the report' }))
  await screen.findByRole('heading', { level: 1, name: /report/i })
  expect(await screen.findByText('NHS England, the trust', {}, { timeout: 15_000 })).toBeTruthy()
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Save as JSON' }))
  expect(await screen.findByText(/is saved$/, {}, { timeout: 15_000 })).toBeTruthy()
  const text = new TextDecoder().decode(saved[0]?.bytes)
  expect(JSON.parse(text)).toHaveProperty('format', 'mbu-assurance-report')
  expect(text).not.toMatch(/Amber|Jo Example/)
})

it('makes a shareable report of a calendar quarter that has ended, and of nothing else', async () => {
  const { user } = await assurance('commissioner')
  await user.click(await screen.findByRole('link', { name: 'Reports' }))
  await user.click(await screen.findByRole('button', { name: 'Make a report' }))
  await user.click(screen.getByRole('button', { name: 'Make the report' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Choose what kind of report')
  await user.click(screen.getByRole('radio', { name: 'Shareable' }))
  expect(screen.queryByRole('group', { name: 'First day' })).toBeNull()
  await expectAccessible()
  await user.selectOptions(screen.getByLabelText('Quarter or year'), 'July to September 2026')
  await user.type(screen.getByLabelText('Who the report goes to'), 'Trust board')
  await user.click(screen.getByRole('button', { name: 'Make the report' }))
  await screen.findByText('Trust board', {}, { timeout: 15_000 })
  expect(screen.getByText('Shareable')).toBeTruthy()
})
