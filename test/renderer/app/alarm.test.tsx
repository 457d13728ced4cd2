// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { soundPulses } from '../../../renderer/ui/pulses.ts'
import { type Arrived, startTestUnit, type TestUnit } from '../../support/app.ts'
import '../empty-page.ts'
import { openWindow, signedIn } from './open-window.tsx'

// jsdom has no loudspeaker.
vi.mock('../../../renderer/ui/pulses.ts', () => ({ soundPulses: vi.fn() }))

let unit: TestUnit
let family: Arrived
beforeEach(async () => {
  unit = await startTestUnit()
  family = await unit.arrive({ babyName: 'Amber' })
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.mocked(soundPulses).mockClear()
  await unit.close()
})

const raise = (findings: string[]) =>
  unit.as('nurse').ok<{ episodeId: string }>('unwellBaby.raise', {
    pairId: family.pairId,
    recognisedAt: unit.clock.now(),
    findings,
    whose: 'staff',
    basis: { kind: 'observed' },
  })

it('sounds for 999 on the lock screen, where nobody is signed in', async () => {
  await raise(['green-vomit'])
  openWindow(unit)
  await waitFor(() => expect(soundPulses).toHaveBeenCalledWith(5, 880))
})

it('sounds once 999 is the next step while somebody is signed in, and stops once they were spoken to', async () => {
  await signedIn(unit, 'nurse')
  expect(soundPulses).not.toHaveBeenCalled()
  const { episodeId } = await raise(['green-vomit'])
  await waitFor(() => expect(soundPulses).toHaveBeenCalledWith(5, 880))
  await unit.as('nurse').ok('unwellBaby.reached', {
    episodeId,
    whom: '999',
    reachedAt: unit.clock.now(),
    advice: 'Crew on the way',
  })
  vi.mocked(soundPulses).mockClear()
  await act(() => new Promise((resolve) => setTimeout(resolve, 1100)))
  expect(soundPulses).not.toHaveBeenCalled()
})

it('is silent before a limit has run out, unless it is 999', async () => {
  await raise([])
  openWindow(unit)
  await screen.findByText(/baby concern/)
  expect(soundPulses).not.toHaveBeenCalled()
})
