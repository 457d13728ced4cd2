import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMinutes } from '#domain/shared/calendar.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { knownBy } from '../../support/known-by.ts'
import { wholeDecision } from '../../support/supervision.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

const card = async (name: string) => within(await screen.findByRole('article', { name }))

describe('a card of the board', () => {
  it('shows the baby first, then the mother, and the fallback with its reason', async () => {
    await unit.arrive({ motherName: 'Jo', babyName: 'Amber', gestationDays: 224 })
    await signedIn(unit, 'nurse')
    const bed = await card('Bed 1')
    const text = (await screen.findByRole('article', { name: 'Bed 1' })).textContent ?? ''
    expect(text.indexOf('Amber Example')).toBeLessThan(text.indexOf('Jo Example'))
    expect(bed.getByText(/10 wk \(corrected 14 days\)/)).toBeTruthy()
    expect(bed.getAllByText('Constant').length).toBe(2)
    expect(bed.getByText(/Fallback: never assessed/)).toBeTruthy()
    expect(bed.getByText('Legal status not recorded')).toBeTruthy()
    expect(bed.getByText('Mental Health Act status not recorded')).toBeTruthy()
    expect(bed.getByText('Day 1')).toBeTruthy()
    await expectAccessible()
  })

  it('shows twins each with their own levels', async () => {
    const { stayId } = await unit.arrive({ babyName: 'Ada' })
    await unit.as('nurse').ok('stays.babyArrives', {
      basis: knownBy,
      stayId,
      startedAt: unit.clock.now(),
      withoutCheckBecause: 'Her twin comes from the neonatal unit',
      baby: {
        person: {
          kind: 'baby',
          givenName: 'Bea',
          familyName: 'Example',
          bornOn: '2026-09-14',
          nhsNumberAbsent: 'not-yet-allocated',
        },
      },
    })
    await signedIn(unit, 'nurse')
    const bed = await card('Bed 1')
    expect(bed.getByRole('region', { name: 'Baby Ada Example' })).toBeTruthy()
    expect(bed.getByRole('region', { name: 'Baby Bea Example' })).toBeTruthy()
  })

  it('shows an empty bed as empty, with the way to admit for those who may', async () => {
    await signedIn(unit, 'nurse')
    const bed = await card('Bed 2')
    expect(bed.getByText('Empty')).toBeTruthy()
    expect(bed.getByRole('link', { name: 'Admit to Bed 2' })).toBeTruthy()
  })

  it('offers no admission to those who may not', async () => {
    await signedIn(unit, 'nursery-nurse')
    const bed = await card('Bed 2')
    expect(bed.queryByRole('link', { name: /Admit/ })).toBeNull()
  })
})

describe('the strips of the board', () => {
  it('say what is overdue and by how much, with the way there', async () => {
    await unit.arrive({ babyName: 'Amber', at: '2026-11-23T08:00:00.000Z' })
    const { user } = await signedIn(unit, 'nurse')
    const strip = within(await screen.findByRole('region', { name: 'Overdue' }))
    expect(strip.getByText('OVERDUE 1')).toBeTruthy()
    expect(strip.getByText('Amber: supervision never assessed 1 h LATE')).toBeTruthy()
    await user.click(strip.getByRole('link', { name: 'Bed 1' }))
    expect(await screen.findByRole('heading', { level: 1, name: /Amber Example/ })).toBeTruthy()
  })

  it('say in words that nothing is overdue', async () => {
    await signedIn(unit, 'nurse')
    expect(await screen.findByText('Nothing is overdue')).toBeTruthy()
  })

  it('name the nurse in charge, or say that none is recorded', async () => {
    await signedIn(unit, 'nurse')
    expect(await screen.findByText('Nurse in charge not recorded')).toBeTruthy()
    await unit.onShift('nurse', true)
    const shift = within(screen.getByRole('region', { name: 'On shift' }))
    expect((await shift.findAllByText('nurse person')).length).toBeGreaterThan(0)
    expect(shift.queryByText('Nurse in charge not recorded')).toBeNull()
  })
})

it('says that the clock is behind the last entry, and of whom to ask', async () => {
  unit.clock.set(addMinutes(unit.clock.now(), -45))
  await signedIn(unit, 'nurse')
  const banner = await screen.findByRole('alert')
  expect(banner.textContent).toMatch(/clock is 4[45] minutes behind the last entry \(23 Nov/)
  expect(banner.textContent).toContain('Times may be wrong: ask IT')
  await expectAccessible()
})

it('shows at once what somebody else recorded', async () => {
  await signedIn(unit, 'nurse')
  expect((await card('Bed 1')).getByText('Empty')).toBeTruthy()
  await unit.arrive({ babyName: 'Amber' })
  expect(await screen.findByText('Amber Example')).toBeTruthy()
})

describe('the filter of the board', () => {
  const choose = () => screen.findByLabelText('Show')
  const shown = () => screen.findByRole('region', { name: 'Beds shown' })
  const all = () => screen.getAllByRole('article').length

  it('shows the beds that are asked for by keyboard, says how many, and hides nothing overdue in silence', async () => {
    await unit.arrive({ bed: 0, babyName: 'Amber', at: '2026-11-23T08:00:00.000Z' })
    const well = await unit.arrive({ bed: 1, babyName: 'Bea', at: '2026-11-23T08:00:00.000Z' })
    await unit
      .as('nurse')
      .ok('supervision.decide', wholeDecision(well.pairId, 'SUP-3', unit.clock.now()))
    const { user } = await signedIn(unit, 'nurse')
    const list = await choose()
    const beds = all()
    expect(within(list).getByText(`All ${beds} beds`)).toBeTruthy()
    expect(within(list).getByText('Needs somebody now (1)')).toBeTruthy()
    await user.selectOptions(list, 'Unread documents (0)')
    expect((await shown()).textContent).toContain(`0 of ${beds} beds shown: unread documents`)
    expect((await shown()).textContent).toContain('Of the others 1 has something overdue.')
    // Running clocks and the overdue strip stay whole, with the way to the bed that is not shown.
    const strip = within(screen.getByRole('region', { name: 'Overdue' }))
    expect(strip.getByRole('link', { name: 'Bed 1' })).toBeTruthy()
    await expectAccessible()
    await user.selectOptions(await choose(), 'Needs somebody now (1)')
    await waitFor(() => expect(all()).toBe(1))
    expect(screen.getByText('Amber Example')).toBeTruthy()
    expect((await shown()).textContent).toContain('Nothing of the others is overdue.')
    const back = screen.getByRole('button', { name: 'Show all beds' })
    back.focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(all()).toBe(beds))
  })

  it('lets a bed go that is not meant any more', async () => {
    const late = await unit.arrive({ bed: 0, babyName: 'Amber', at: '2026-11-23T08:00:00.000Z' })
    const { user } = await signedIn(unit, 'nurse')
    await user.selectOptions(await choose(), 'Level run out, or review due this shift (1)')
    await waitFor(() => expect(all()).toBe(1))
    await unit
      .as('nurse')
      .ok('supervision.decide', wholeDecision(late.pairId, 'SUP-3', unit.clock.now()))
    expect(await screen.findByText('No bed is among these now.')).toBeTruthy()
  })
})

describe('paper from the board', () => {
  it('is an emergency sheet and blank forms, and the board says when a shift has none of its own', async () => {
    await unit.onShift('nurse', true)
    await unit.arrive({ babyName: 'Amber' })
    const { user, saved } = await signedIn(unit, 'nurse')
    expect(await screen.findByText('Print the emergency sheet')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: /^On paper/ }))
    await screen.findByRole('heading', { level: 1, name: 'On paper' })
    const paper = screen
    await user.click(
      paper.getByRole('button', { name: 'Emergency sheet for when the computer is down as PDF' }),
    )
    await paper.findByText(/^emergency-sheet-.* is saved$/)
    await user.click(paper.getByRole('button', { name: 'Blank forms as PDF' }))
    await paper.findByText(/^forms-computer-down-.* is saved$/)
    expect(saved.map(({ name }) => name)).toEqual([
      'emergency-sheet-2026-11-23.pdf',
      'forms-computer-down-2026-11-23.pdf',
    ])
    await expectAccessible()
  })
})
