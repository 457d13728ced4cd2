import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OverdueStrip } from '../../../renderer/app/board/strips.tsx'
import { actsOn, pass } from '../../electron/features/unwell-baby/acting.ts'
import { startTestUnit, type TestUnit } from '../../support/app.ts'
import { expectAccessible } from '../screen.ts'
import { signedIn } from './open-window.tsx'

const item = (bed: number, what: string) => ({
  bedName: String(bed),
  text: `Baby: ${what}`,
  what,
  since: `2026-11-2${bed}T08:00:00.000Z`,
  stayId: `stay-${bed}`,
})

describe('what is overdue', () => {
  const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')

  it('is counted where it does not all fit, and all of it is one press away', async () => {
    const user = userEvent.setup()
    const overdue = [1, 2, 3, 4, 5, 6, 7].map((bed) => item(bed, 'a duty to tell others'))
    render(<OverdueStrip overdue={overdue} bedLink={({ bedName }) => `Bed ${bedName}`} />)
    expect(screen.getByText('OVERDUE 7')).toBeTruthy()
    expect(lines().filter((line) => line.startsWith('Bed'))).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: '+5 more overdue' }))
    expect(lines().filter((line) => line.startsWith('Bed'))).toHaveLength(7)
    await user.click(screen.getByRole('button', { name: 'Show fewer' }))
    expect(lines().filter((line) => line.startsWith('Bed'))).toHaveLength(2)
  })

  it('keeps to its line where names are long, so that the cards keep their height', () => {
    const long = (bed: number) => ({
      ...item(bed, 'x'),
      text: 'Maximilian-Alexander Theodore: supervision never assessed',
    })
    render(
      <OverdueStrip
        overdue={[long(1), long(2), long(3)]}
        bedLink={({ bedName }) => `Bed ${bedName}`}
      />,
    )
    expect(lines().filter((line) => line.startsWith('Bed'))).toHaveLength(1)
    expect(screen.getByRole('button', { name: '+2 more overdue' })).toBeTruthy()
  })

  it('is whole, with nothing to press, where not every bed is shown', () => {
    const overdue = [1, 2, 3, 4, 5].map((bed) => item(bed, 'a duty to tell others'))
    render(<OverdueStrip overdue={overdue} whole bedLink={({ bedName }) => `Bed ${bedName}`} />)
    expect(lines()).toHaveLength(5)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('begins with a baby who waits for help', () => {
    const overdue = [
      item(1, 'a duty to tell others'),
      item(2, 'supervision never assessed'),
      item(3, 'baby concern: help'),
    ]
    render(<OverdueStrip overdue={overdue} bedLink={({ bedName }) => `Bed ${bedName}`} />)
    expect(lines()[0]).toContain('Bed 3')
    expect(lines()).toHaveLength(3)
  })

  it('names a level that has run out, and who is late back, before what has only waited longer', () => {
    const overdue = [
      item(1, 'scope statement not acknowledged, chase it'),
      item(2, 'observation of the mother not set'),
      item(3, 'a duty to tell others'),
      item(4, 'supervision review'),
      item(5, 'mother late back from leave'),
    ]
    render(<OverdueStrip overdue={overdue} whole bedLink={({ bedName }) => `Bed ${bedName}`} />)
    expect(lines().map((line) => line.slice(0, 5))).toEqual(
      [4, 5, 2, 3, 1].map((bed) => `Bed ${bed}`),
    )
  })
})

describe('on the board of a unit', () => {
  let unit: TestUnit
  beforeEach(async () => {
    unit = await startTestUnit()
  })
  afterEach(() => unit.close())

  it('every running clock stands above the cards, with its next step and the way there', async () => {
    const family = await unit.arrive({ bed: 3, babyName: 'Amber' })
    await pass(unit, 5)
    await actsOn(unit, family).raise()
    const { user } = await signedIn(unit, 'nurse')
    const strip = within(await screen.findByRole('region', { name: 'Running episodes' }))
    const link = strip.getByRole('link', { name: /Bed 4.*Amber.*First set of observations/ })
    await expectAccessible()
    await user.click(link)
    await screen.findByRole('region', { name: 'What to do now' })
  })

  it('whoever can mend it is asked for the unit’s address and telephone, until they are recorded', async () => {
    const { user } = await signedIn(unit, 'ward-manager')
    const strip = within(await screen.findByRole('region', { name: 'Details of the unit' }))
    expect(strip.getByText(/no address and no telephone/)).toBeTruthy()
    await user.click(strip.getByRole('link', { name: 'Record them now' }))
    await screen.findByText('Not recorded: the words for a 999 call have no address')
  })

  it('a nurse is not asked for what a nurse cannot record', async () => {
    await signedIn(unit, 'nurse')
    await screen.findByText('Nothing is overdue')
    expect(screen.queryByRole('region', { name: 'Details of the unit' })).toBeNull()
  })
})
