import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useChartColours } from '../../../renderer/app/assurance/chart-colours.ts'

const Ink = () => <p>{useChartColours().ink}</p>
const themed = async (theme: string) => {
  await act(async () => {
    document.documentElement.dataset.theme = theme
  })
  return screen.getByRole('paragraph').textContent
}
afterEach(() => {
  delete document.documentElement.dataset.theme
})

test('a chart that stands on the page is drawn anew when the theme changes, also after it was drawn', async () => {
  render(<Ink />)
  const light = screen.getByRole('paragraph').textContent
  expect(await themed('dark')).not.toBe(light)
  expect(await themed('light')).toBe(light)
})
