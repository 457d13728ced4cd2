import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { OverdueStrip } from '../../../renderer/app/board/strips.tsx'

const late = (bedName: string, what: string, since: string) => ({
  bedName,
  text: what,
  what,
  since,
  stayId: bedName,
})

test('a baby who is not back stands first and what is awaited on paper last, however long it has waited', () => {
  render(
    <OverdueStrip
      whole
      overdue={[
        late(
          'Left the unit',
          '10 scope statements not acknowledged, chase the first',
          '2024-12-20',
        ),
        late('Bed 2', 'supervision never assessed', '2026-11-22'),
        late('Bed 6', 'baby not back from leave, begin the steps', '2026-11-23'),
      ].map((item) => ({ ...item, since: `${item.since}T08:00:00.000Z` }))}
      bedLink={({ bedName }) => bedName}
    />,
  )
  expect(
    screen.getAllByRole('listitem').map(({ textContent }) => textContent?.slice(0, 13)),
  ).toEqual([
    expect.stringContaining('Bed 6'),
    expect.stringContaining('Bed 2'),
    expect.stringContaining('Left the unit'),
  ])
})
