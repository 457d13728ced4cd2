import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { refer, someone } from '../../electron/features/admission/referring.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../support/app.ts'
import { happens } from '../../support/duties.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ motherName: 'Ffîon', babyName: 'Osian' })
})
afterEach(() => unit.close())

const dialog = () => screen.findByRole('dialog', { name: 'Search' })

it('opens with Ctrl+K, finds a baby without the accents, and Enter goes to the stay', async () => {
  const { user } = await signedIn(unit, 'nurse')
  await screen.findByRole('button', { name: /^Search/ })
  await user.keyboard('{Control>}k{/Control}')
  const box = within(await dialog()).getByRole('searchbox')
  expect(document.activeElement).toBe(box)
  await user.type(box, 'ffion')
  const group = await screen.findByRole('heading', { name: /^Mothers, babies .* \(1\)$/ })
  expect(group).toBeTruthy()
  expect(screen.getByText(/^\d+ records found$/)).toBeTruthy()
  await expectAccessible()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByRole('heading', { level: 1, name: /Ffîon Example/ })).toBeTruthy()
})

it('goes through the finds with the arrow keys and back to the box', async () => {
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('button', { name: /^Search/ }))
  await user.type(within(await dialog()).getByRole('searchbox'), 'example')
  await screen.findByRole('link', { name: 'Osian Example' })
  const links = within(await dialog()).getAllByRole('link')
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(document.activeElement).toBe(links[1])
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(document.activeElement?.getAttribute('type')).toBe('search')
})

it('goes on at the first of more finds, once they were asked for', async () => {
  for (let n = 0; n < 9; n += 1)
    await refer(unit, { mother: { person: someone('mother', '1990-01-02', `Becan${n}`) } })
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('button', { name: /^Search/ }))
  await user.type(within(await dialog()).getByRole('searchbox'), 'becan')
  const [more] = await screen.findAllByRole('button', { name: 'Show 1 more' })
  const shown = screen.getAllByRole('link', { name: /^Becan/ })
  more?.focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Becan/))
  expect(shown).not.toContain(document.activeElement)
  await user.keyboard('{ArrowUp}')
  expect(document.activeElement?.textContent).toMatch(/^Becan/)
})

it('opens the very duty that was found', async () => {
  happens(unit, family, { event: 'COM-05' })
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('button', { name: /^Search/ }))
  await user.type(within(await dialog()).getByRole('searchbox'), 'health visitor osian')
  const [found] = await screen.findAllByRole('link', { name: /: Health visitor/ })
  if (found) await user.click(found)
  expect(await screen.findByRole('region', { name: /^Duty: Health visitor/ })).toBeTruthy()
})

it('says plainly that nothing was found, and asks for nothing while too little is typed', async () => {
  const { user } = await signedIn(unit, 'nurse')
  await user.click(await screen.findByRole('button', { name: /^Search/ }))
  const box = within(await dialog()).getByRole('searchbox')
  await user.type(box, 's')
  expect(within(await dialog()).queryByRole('status')?.textContent ?? '').toBe('')
  await user.type(box, 'omebody else')
  expect(await screen.findByText(/Nothing that your role may read/)).toBeTruthy()
})

it('is not offered to the commissioner', async () => {
  const { user } = await signedIn(unit, 'commissioner')
  await screen.findByRole('navigation', { name: 'Main' })
  expect(screen.queryByRole('button', { name: /^Search/ })).toBeNull()
  await user.keyboard('{Control>}k{/Control}')
  expect(screen.queryByRole('dialog')).toBeNull()
})
