import { expect, it } from 'vitest'
import { awayTogether } from '../../../renderer/app/board/away-on-card.tsx'

const home = {
  state: 'out',
  where: 'Visit home',
  since: '2026-11-23T15:00:00.000Z',
  what: '',
} as const
const late = { ...home, state: 'late' } as const
const grounds = { ...home, where: 'In the grounds' }

it.each([
  ['both at home', [{ away: home }, { away: home }], home],
  ['three at home', [{ away: home }, { away: home }, { away: home }], home],
  ['one at home, one here', [{ away: home }, {}], undefined],
  ['one here, one at home', [{}, { away: home }], undefined],
  ['at two places', [{ away: home }, { away: grounds }], undefined],
  ['one late', [{ away: home }, { away: late }], undefined],
  ['both here', [{}, {}], undefined],
  ['an only child', [{ away: home }], undefined],
])('twins: %s', (_, pairs, said) => {
  expect(awayTogether(pairs)).toEqual(said)
})
