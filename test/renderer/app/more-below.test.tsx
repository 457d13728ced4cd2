import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { MoreBelow } from '../../../renderer/app/board/more-below.tsx'

afterEach(() => vi.restoreAllMocks())

/** A board whose cards end at these heights of a screen that is 768 high. */
function boardOf(...bottoms: number[]) {
  vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(768)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return { bottom: Number(this.getAttribute('data-bottom') ?? 0) } as DOMRect
  })
  return render(
    <div>
      {bottoms.map((bottom) => (
        <article key={bottom} className="board-card" data-bottom={bottom} />
      ))}
      <MoreBelow />
    </div>,
  )
}

it('says how many beds lie below the edge of the screen, and nothing where all are in view', () => {
  const { container, unmount } = boardOf(300, 760, 800, 1000)
  expect(screen.getByRole('button', { name: '2 beds below' })).toBeTruthy()
  for (const card of container.querySelectorAll('.board-card'))
    card.setAttribute('data-bottom', '9')
  act(() => void window.dispatchEvent(new Event('scroll')))
  expect(screen.queryByRole('button')).toBeNull()
  unmount()
})
