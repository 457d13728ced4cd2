import axe from 'axe-core'
import { expect } from 'vitest'

// jsdom has no layout and no modal layer.
Element.prototype.scrollIntoView ??= () => undefined
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}

/**
 * Expects no fault of the accessibility rules in what is shown now. Colour is left to the contrast test:
 * jsdom paints nothing.
 */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([])
}
