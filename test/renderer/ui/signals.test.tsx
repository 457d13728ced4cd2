import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Countdown } from '../../../renderer/ui/countdown.tsx'
import { Confirm } from '../../../renderer/ui/dialog.tsx'
import { clockText, lengthText } from '../../../renderer/ui/duration.ts'
import { ServiceClock } from '../../../renderer/ui/service-clock.tsx'
import { Shown } from '../../../renderer/ui/shown.tsx'
import { Table } from '../../../renderer/ui/table.tsx'
import { expectAccessible } from '../screen.ts'

describe('a length of time', () => {
  it.each([
    [0, '0 min'],
    [42 * 60_000, '42 min'],
    [4 * 3_600_000 + 12 * 60_000, '4 h 12 min'],
    [52 * 3_600_000, '2 d 4 h'],
  ])('%i ms reads %s', (ms, text) => {
    expect(lengthText(ms)).toBe(text)
  })

  it('runs to the second', () => {
    expect(clockText(187_000)).toBe('00:03:07')
    expect(clockText(86_400_000 + 1000)).toBe('1 d 00:00:01')
  })
})

describe('a countdown', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-23T10:00:00.000Z') })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const show = (due: string, offsetMs = 0) =>
    render(
      <ServiceClock offsetMs={offsetMs}>
        <Countdown what="review" due={due} />
      </ServiceClock>,
    ).container.textContent

  it('says how long is left', () => {
    expect(show('2026-11-25T14:00:00.000Z')).toBe('review in 2 d 4 h')
  })
  it('says LATE in words, and by how much', () => {
    expect(show('2026-11-23T09:18:00.000Z')).toBe('review 42 min LATE')
  })
  it("goes by the service's clock, not by this computer's", () => {
    expect(show('2026-11-23T10:30:00.000Z', 3_600_000)).toBe('review 30 min LATE')
  })
})

describe('a table', () => {
  const rows = [
    { name: 'Zoé', stays: 2 },
    { name: 'anna', stays: 10 },
    { name: 'Bea', stays: 1 },
  ]
  const page = (
    <Table
      caption="People"
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { name: 'Name', cell: ({ name }) => <Shown>{name}</Shown>, sortBy: ({ name }) => name },
        { name: 'Stays', cell: ({ stays }) => stays, sortBy: ({ stays }) => stays, number: true },
      ]}
    />
  )
  const names = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[0]?.textContent)

  it('keeps the order given until a heading is pressed, then sorts by it, both ways', async () => {
    render(page)
    const user = userEvent.setup()
    expect(names()).toEqual(['Zoé', 'anna', 'Bea'])
    await user.click(screen.getByRole('button', { name: 'Name' }))
    expect(names()).toEqual(['anna', 'Bea', 'Zoé'])
    expect(screen.getByRole('columnheader', { name: /Name/ }).getAttribute('aria-sort')).toBe(
      'ascending',
    )
    await user.click(screen.getByRole('button', { name: 'Stays' }))
    await user.click(screen.getByRole('button', { name: 'Stays' }))
    expect(names()).toEqual(['anna', 'Zoé', 'Bea'])
    await expectAccessible()
  })
})

it('shows hidden direction marks in a name', () => {
  const { container } = render(<Shown>{'Anna\u202egro'}</Shown>)
  expect(container.textContent).toBe('Anna⟦RLO⟧gro')
})

it('asks before an act that is not easily taken back, and names the act', async () => {
  const confirm = vi.fn()
  const close = vi.fn()
  render(
    <Confirm title="Close bed 4?" act="Close the bed" onConfirm={confirm} onClose={close}>
      <p>Nobody can be admitted to it.</p>
    </Confirm>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Close the bed' }))
  expect(confirm).toHaveBeenCalledOnce()
  await user.click(screen.getByRole('button', { name: 'Go back' }))
  expect(close).toHaveBeenCalledOnce()
  await expectAccessible()
})
