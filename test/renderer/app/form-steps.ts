import { screen, within } from '@testing-library/react'
import type userEvent from '@testing-library/user-event'

type User = ReturnType<typeof userEvent.setup>
type Part = ReturnType<typeof within>

/** Types a date, and a time, into the boxes of one question. */
export async function enterWhen(
  user: User,
  legend: string | RegExp,
  date: string,
  time?: string,
  where: Pick<Part, 'getByRole'> = screen,
) {
  const group = within(where.getByRole('group', { name: legend }))
  const [year = '', month = '', day = ''] = date.split('-')
  await user.type(group.getByLabelText('Day'), day)
  await user.type(group.getByLabelText('Month'), month)
  await user.type(group.getByLabelText('Year'), year)
  if (time) await user.type(group.getByLabelText('Time'), time)
}

/** Chooses one answer of one question. */
export async function choose(
  user: User,
  legend: string | RegExp,
  answer: string | RegExp,
  where: Pick<Part, 'getByRole'> = screen,
) {
  const group = within(where.getByRole('group', { name: legend }))
  await user.click(group.getByRole('radio', { name: answer }))
}

/** The part of a form under a heading. */
export const part = (title: string) => within(screen.getByRole('region', { name: title }))
