type Child = Node | string | null | undefined

/** One element; a text is a text, never markup. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, value)
  made.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return made
}

export const button = (words: string, act: () => void): HTMLButtonElement => {
  const made = el('button', { type: 'button' }, words)
  made.addEventListener('click', act)
  return made
}

/** A table with a caption and heads; the first cell of a row heads it. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Node | string)[])[],
): HTMLElement {
  return el(
    'div',
    { class: 'wide', role: 'region', tabindex: '0', 'aria-label': caption },
    el(
      'table',
      {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
      el(
        'tbody',
        {},
        ...rows.map((row) =>
          el(
            'tr',
            {},
            ...row.map((cell, index) =>
              index === 0 ? el('th', { scope: 'row' }, cell) : el('td', {}, cell),
            ),
          ),
        ),
      ),
    ),
  )
}

export const facts = (pairs: readonly (readonly [string, string])[]): HTMLElement =>
  el(
    'dl',
    {},
    ...pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  )

export const list = (items: readonly string[]): HTMLElement =>
  el('ul', {}, ...items.map((item) => el('li', {}, item)))
