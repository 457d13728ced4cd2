import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldError, fieldMessages } from '#domain/shared/field-messages.ts'

const messages = (schema: z.ZodType, input: unknown) => {
  const parsed = schema.safeParse(input, { error: fieldError })
  return parsed.success ? [] : fieldMessages(parsed.error)
}
const form = z.strictObject({
  familyName: z.string().min(1).max(5),
  bedId: z.uuid(),
  nhsNumber: z.string(),
  planned: z.boolean(),
  weight: z.number().min(200).max(8_000),
  role: z.enum(['nurse', 'consultant']),
  beds: z.array(z.string()).min(1).max(2),
})

test.each([
  [{}, 'familyName', 'Enter the family name'],
  [{ familyName: 3 }, 'familyName', 'Enter the family name as text'],
  [{ familyName: '' }, 'familyName', 'Enter the family name'],
  [{ familyName: '123456' }, 'familyName', 'Shorten it to 5 characters or fewer'],
  [{ bedId: 'Bed 1' }, 'bedId', 'Choose the bed from the list'],
  [{ nhsNumber: 5 }, 'nhsNumber', 'Enter the NHS number as text'],
  [{ planned: 'yes' }, 'planned', 'Answer yes or no: the planned'],
  [{ weight: '3,2' }, 'weight', 'Enter the weight as a number, in figures'],
  [{ weight: 3 }, 'weight', 'Enter the weight of 200 or more'],
  [{ weight: 32_000 }, 'weight', 'Enter the weight of 8,000 or less'],
  [{ role: 'king' }, 'role', 'Choose the role from the list'],
  [{ beds: [] }, 'beds', 'Add at least one: the beds'],
  [{ beds: ['1', '2', '3'] }, 'beds', 'Keep it to 2 or fewer: the beds'],
  [{ beds: 'all' }, 'beds', 'Enter the beds as a list'],
  [{ extra: 1 }, 'extra', 'This form does not ask for that. Close the form and open it again'],
])('%o is answered at its field', (input, field, message) => {
  expect(messages(form, input)).toContainEqual({ field, message })
})

test('a message of the schema itself is kept', () => {
  expect(messages(z.string({ error: 'Enter a name' }), 5)).toEqual([
    { field: '', message: 'Enter a name' },
  ])
})

test('of several forms, the one that was meant is asked to be mended', () => {
  const either = z.strictObject({
    who: z.union([
      z.strictObject({ id: z.uuid() }),
      z.strictObject({
        person: z.strictObject({
          givenName: z.string(),
          familyName: z.string(),
          bornOn: z.string(),
        }),
      }),
    ]),
  })
  expect(messages(either, { who: { person: {} } }).map((one) => one.field)).toEqual([
    'who.person.givenName',
    'who.person.familyName',
    'who.person.bornOn',
  ])
  expect(messages(either, { who: { id: 'x' } }).map((one) => one.field)).toEqual(['who.id'])
})

test('there are at most 50 messages, and hostile keys are cut short', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]))
  expect(messages(z.strictObject({}), many)).toHaveLength(5)
  expect(messages(z.array(z.number()), Array(100).fill('x'))).toHaveLength(50)
  expect(messages(z.strictObject({}), { ['x'.repeat(5_000)]: 1 })[0]?.field).toHaveLength(60)
})
