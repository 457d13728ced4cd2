import { expect, test } from 'vitest'
import { onceFor } from '#domain/shared/once-for.ts'

test('one object is worked out once, another by itself', () => {
  let made = 0
  const lengthOf = onceFor((list: readonly string[]) => {
    made += 1
    return list.length
  })
  const two = ['a', 'b']
  expect([lengthOf(two), lengthOf(two), lengthOf([])]).toEqual([2, 2, 0])
  expect(made).toBe(2)
})
