import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { LoopLog } from '../../../../renderer/features/communications/loop-log.tsx'
import type { LoopView } from '../../../../renderer/features/communications/view.ts'

const sent = (enteredAt: string) => ({
  id: 'sending-1',
  version: 1,
  sentAt: '2026-11-23T14:00:00.000Z',
  enteredAt,
  method: 'telephone' as const,
  toName: 'Robin Test',
  shared: 'Gone to hospital',
  sharingBasis: 'safeguarding' as const,
  acknowledgeBy: null,
  by: 'Sam Test',
  byId: 'sam',
})
const shown = (enteredAt: string) => {
  const loop: Pick<LoopView, 'sendings' | 'acknowledgements' | 'drops'> = {
    sendings: [sent(enteredAt)],
    acknowledgements: [],
    drops: [],
  }
  render(<LoopLog loop={loop as LoopView} onTakeBack={() => {}} mayTakeBack={() => false} />)
}

test('what was put on record hours after it was done says by how much', () => {
  shown('2026-11-23T17:20:00.000Z')
  expect(screen.getByText('Late entry: 3 h 20 min')).toBeDefined()
})

test('what was put on record within the hour is marked with nothing', () => {
  shown('2026-11-23T14:59:00.000Z')
  expect(screen.queryByText(/Late entry/)).toBeNull()
})
