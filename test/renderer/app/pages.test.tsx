import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { PageButtons, usePages } from '../../../renderer/app/pages.tsx'

const lines = ['a', 'b', 'c', 'd', 'e']
const words = { back: 'Earlier ones', on: 'Later ones' }

/** A list of which two lines fit on a page. */
function List({ all = lines }: { all?: readonly string[] }) {
  const pages = usePages<string>()
  const from = pages.after === undefined ? 0 : all.indexOf(pages.after) + 1
  const shown = all.slice(from, from + 2)
  return (
    <>
      <p data-testid="shown">{shown.join()}</p>
      <PageButtons pages={pages} next={from + 2 < all.length ? shown.at(-1) : null} words={words} />
    </>
  )
}

it('goes through a long list to its end and back, and skips no line', async () => {
  const user = userEvent.setup()
  render(<List />)
  const shown = () => screen.getByTestId('shown').textContent
  const seen = [shown()]
  while (screen.queryByRole('button', { name: words.on })) {
    await user.click(screen.getByRole('button', { name: words.on }))
    seen.push(shown())
  }
  expect(seen.join()).toBe(lines.join())
  await user.click(screen.getByRole('button', { name: words.back }))
  await user.click(screen.getByRole('button', { name: words.back }))
  expect(shown()).toBe('a,b')
  expect(screen.queryByRole('button', { name: words.back })).toBeNull()
})

it('has no button where the list is short', () => {
  render(<List all={['a', 'b']} />)
  expect(screen.queryAllByRole('button')).toEqual([])
})
