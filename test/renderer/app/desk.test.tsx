import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ReportFile } from '../../../electron/features/assurance/formats/report-file.ts'
import { startBareApp, startTestUnit, type TestUnit, testPassword } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { openWindow, signedIn, signIn } from './open-window.tsx'

const start = '2026-10-20T09:00:00.000Z'
let unit: TestUnit
let packs: Uint8Array[]
let desk: ReturnType<typeof startBareApp>

beforeEach(async () => {
  unit = await startTestUnit(start)
  desk = startBareApp(start)
  packs = []
  for (const [first, last] of [
    ['2026-07-01', '2026-09-30'],
    ['2026-10-01', '2026-10-20'],
  ]) {
    const commissioner = unit.as('commissioner')
    const input = { first, last, distribution: ['NHS England'] }
    const { reportId } = await commissioner.ok<{ reportId: string }>('assurance.makeReport', input)
    packs.push((await commissioner.ok<ReportFile>('assurance.pack', { reportId })).bytes)
  }
}, 60_000)
afterEach(() => {
  unit.close()
  desk.close()
})

type User = ReturnType<typeof openWindow>['user']
const part = (title: string) =>
  within(screen.getByRole('heading', { name: title }).closest('section') as HTMLElement)

async function setUp(user: User) {
  await user.click(
    await screen.findByRole('button', { name: 'Set up a commissioner’s desk instead' }),
  )
  await screen.findByRole('heading', { name: 'Set up a commissioner’s desk' })
  await expectAccessible()
  await user.type(screen.getByLabelText('Name of the desk'), 'South East quality team')
  await user.type(screen.getByLabelText('Organisation'), 'NHS England')
  for (const [title, name, signInName] of [
    ['Administrator', 'Ada Min', 'ada.min'],
    ['Commissioner', 'Chidi Abara', 'chidi'],
  ] as const) {
    const fields = part(title)
    await user.type(fields.getByLabelText('Name'), name)
    await user.type(fields.getByLabelText('Sign-in name'), signInName)
    await user.type(fields.getByLabelText('New password'), testPassword)
    await user.type(fields.getByLabelText('The same password again'), testPassword)
  }
  await user.click(screen.getByRole('button', { name: 'Set up the desk' }))
  await user.click(await screen.findByLabelText(/I have written it down/))
  await user.click(screen.getByRole('button', { name: 'Go on to the sign-in' }))
  await signIn({ user }, 'chidi')
}

it('goes from the first run of a desk to a signed reply, which the unit takes in', async () => {
  const opened = openWindow(desk)
  const { user, choosing, saved } = opened
  await setUp(user)
  await screen.findByRole('heading', { level: 1, name: 'Commissioner’s desk' })
  const nav = within(screen.getByRole('navigation', { name: 'Main' }))
  expect(nav.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Desk'])
  expect(screen.getByText('No pack has been taken in yet.')).toBeTruthy()

  for (const bytes of packs) {
    choosing.push({ name: 'pack.zip', bytes: Uint8Array.from(bytes) })
    await user.click(screen.getByRole('button', { name: 'Choose a pack' }))
    await screen.findByText(/the pack is taken in$/, {}, { timeout: 30_000 })
  }
  const table = within(await screen.findByRole('table', { name: 'Packs' }))
  expect((await table.findAllByText('Not confirmed')).length).toBe(2)
  await expectAccessible()

  await user.selectOptions(screen.getByLabelText('Period'), 'July to September 2026')
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  await user.selectOptions(screen.getByLabelText('Period'), 'Every period')
  await user.click(screen.getByRole('button', { name: 'Tick the 2 shown' }))
  await user.click(screen.getByRole('button', { name: 'Save the regional summary of the 2' }))
  expect(await screen.findByText(/regional-summary-.*is saved/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Compare the 2' }))
  await screen.findByRole('heading', { level: 1, name: 'Side by side' })
  expect((await screen.findAllByText(/ of n /)).length).toBeGreaterThan(10)
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Save the regional summary' }))
  expect(await screen.findByText(/regional-summary-.*is saved/)).toBeTruthy()

  await user.click(screen.getByRole('link', { name: 'Back to the desk' }))
  await user.click((await screen.findAllByRole('link', { name: 'Rowan Unit' }))[0] as HTMLElement)
  await user.click(await screen.findByRole('button', { name: 'Give your level' }))
  await user.selectOptions(screen.getByLabelText('Of which requirement'), '5e')
  await user.click(screen.getByLabelText('Limited'))
  await user.type(screen.getByLabelText('Why'), 'Too few episodes to tell.')
  await user.click(screen.getByRole('button', { name: 'Record my level' }))
  expect(await screen.findByText('Level: limited')).toBeTruthy()
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: 'Sign the reply and save it' }))
  await screen.findByText(/^reply-.* is saved$/)
  const reply = saved.at(-1)
  if (!reply) throw new Error('No reply was saved')

  cleanup()
  const ward = await signedIn(unit, 'ward-manager')
  const main = await screen.findByRole('navigation', { name: 'Main' })
  await ward.user.click(within(main).getByRole('link', { name: 'Assurance' }))
  await ward.user.click(await screen.findByRole('link', { name: 'Visits and audits' }))
  await ward.user.click(await screen.findByRole('link', { name: 'Take in a reply' }))
  ward.choosing.push({ name: reply.name, bytes: Uint8Array.from(reply.bytes) })
  await ward.user.click(await screen.findByRole('button', { name: 'Choose the file' }))
  expect(await screen.findByText('Nothing was changed since it was signed')).toBeTruthy()
  expect(screen.getByText('Too few episodes to tell.')).toBeTruthy()
  await expectAccessible()
  await ward.user.type(
    screen.getByLabelText('Who told you the desk’s fingerprint, and how'),
    'C. Abara, by telephone',
  )
  await ward.user.click(screen.getByRole('button', { name: 'Take it in' }))
  expect(await screen.findByText(/^Reply of South East quality team/)).toBeTruthy()
}, 150_000)

it('takes in every pack of a folder, with a line for each that says what became of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-packs-'))
  packs.forEach((bytes, at) => {
    writeFileSync(join(folder, `pack-${at}.zip`), bytes)
  })
  writeFileSync(join(folder, 'a-holiday.zip'), 'no pack')
  const { user } = openWindow(desk)
  try {
    await setUp(user)
    await user.click(await screen.findByRole('button', { name: 'Take in every pack of a folder' }))
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Take them in' }))
    expect((await screen.findAllByText(/Choose the folder/)).length).toBeGreaterThan(0)
    await user.type(screen.getByLabelText('Folder of the packs'), folder)
    await user.click(screen.getByRole('button', { name: 'Take them in' }))
    await screen.findByText('2 of 3 packs are taken in', {}, { timeout: 60_000 })
    const table = within(screen.getByRole('table', { name: 'What became of each file' }))
    const rows = table.getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual([
      'a-holiday.zip',
      'pack-0.zip',
      'pack-1.zip',
    ])
    expect(rows[0]?.textContent).toContain('not a sealed pack')
    await expectAccessible()
    await user.click(table.getAllByRole('link', { name: 'Taken in' })[0] as HTMLElement)
    await screen.findByRole('heading', { level: 1, name: 'Rowan Unit' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 150_000)
