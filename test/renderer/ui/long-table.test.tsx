import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { drawnWhole } from '../../../renderer/ui/long-rows.ts'
import { Table } from '../../../renderer/ui/table.tsx'

// This document has no layout: every row is as high as a row of the matrix.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(52)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const people = (count: number) => Array.from({ length: count }, (_, index) => `Person ${index}`)
const open = (count: number) =>
  render(
    <Table
      caption="People"
      rows={people(count)}
      rowKey={(name) => name}
      columns={[{ name: 'Name', cell: (name) => name, sortBy: (name) => name }]}
    />,
  )
const drawn = () => screen.getAllByText(/^Person/).length

it('a table of everyday length is drawn whole', () => {
  open(drawnWhole)
  expect(drawn()).toBe(drawnWhole)
})

it('of a long table only what is near the screen is drawn, and its length is told', () => {
  open(500)
  expect(drawn()).toBeLessThan(drawnWhole)
  expect(screen.getByText('Person 0')).toBeTruthy()
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('501')
})

it('a long table is printed whole', () => {
  open(500)
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(drawn()).toBe(500)
  act(() => void window.dispatchEvent(new Event('afterprint')))
  expect(drawn()).toBeLessThan(drawnWhole)
})
