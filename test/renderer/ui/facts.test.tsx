import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Facts } from '../../../renderer/ui/facts.tsx'

const twin = (id: string) => ({ id, name: 'Baby', value: <input aria-label={id} /> })

test('two facts of one name are told apart: what is typed in the second stays with it when the first goes', () => {
  const { rerender } = render(<Facts facts={[twin('first'), twin('second')]} />)
  const field = screen.getByLabelText('second')
  rerender(<Facts facts={[twin('second')]} />)
  expect(screen.getByLabelText('second')).toBe(field)
  expect(screen.queryByLabelText('first')).toBeNull()
})
