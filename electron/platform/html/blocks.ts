import type { Block, Cell, Column, Fact } from '#domain/shared/print-document.ts'
import { element, escaped } from './element.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** One block of the document as HTML. */
export function htmlBlock(block: Block, anchor?: string): string {
  switch (block.kind) {
    case 'heading':
      return heading(block, anchor)
    case 'paragraph':
      return paragraph(block)
    case 'list':
      return element('ul', {}, ...block.items.map((item) => element('li', {}, escaped(item))))
    case 'facts':
      return element('dl', {}, ...block.facts.map(fact))
    case 'table':
      return table(block)
    case 'chart':
      return chart(block)
    case 'box':
      return box(block)
    case 'together':
      return element('div', { class: 'together' }, ...block.blocks.map((one) => htmlBlock(one)))
  }
}

// The title of the report is the page's first heading: what follows it is one deeper.
const heading = ({ level, newPage, text }: Of<'heading'>, anchor?: string) =>
  element(`h${level + 1}`, { id: anchor, class: newPage ? 'new-page' : undefined }, escaped(text))

const paragraph = ({ style, text }: Of<'paragraph'>) =>
  style === 'quote'
    ? element('blockquote', {}, element('p', {}, escaped(text)))
    : element('p', { class: style }, escaped(text))

const fact = ({ label, text }: Fact) =>
  element('div', {}, element('dt', {}, escaped(label)), element('dd', {}, escaped(text)))

function table({ caption, columns, dense, empty, rows }: Of<'table'>): string {
  if (rows.length === 0)
    return element(
      'div',
      { class: 'empty' },
      element('p', { class: 'caption' }, escaped(caption)),
      element('p', {}, escaped(empty)),
    )
  // A wide table is moved by itself, and by the keyboard too.
  return element(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption },
    element(
      'table',
      { class: dense ? 'dense' : undefined },
      element('caption', {}, escaped(caption)),
      element('thead', {}, element('tr', {}, ...columns.map(headCell))),
      element(
        'tbody',
        {},
        ...rows.map((row) =>
          element('tr', {}, ...row.map((cell, index) => bodyCell(cell, columns[index], index))),
        ),
      ),
    ),
  )
}

const headCell = ({ align, label }: Column) =>
  element('th', { scope: 'col', class: align === 'right' ? 'number' : undefined }, escaped(label))

function bodyCell({ note, strong, text, tone }: Cell, column: Column | undefined, index: number) {
  const words = strong ? element('strong', {}, escaped(text)) : escaped(text)
  const children = [
    tone && tone !== 'plain' ? element('span', { class: `tone ${tone}` }, words) : words,
    ...(note === undefined ? [] : [element('span', { class: 'note' }, escaped(note))]),
  ]
  const number = column?.align === 'right' ? 'number' : undefined
  return index === 0
    ? element('th', { scope: 'row', class: number }, ...children)
    : element('td', { class: number }, ...children)
}

/** As a picture with its words: nothing that a drawing holds becomes part of the page. */
function chart({ alt, caption, svg }: Of<'chart'>): string {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`
  const picture = `<img src="${source}" alt="${escaped(alt)}">`
  return element(
    'figure',
    {},
    ...(caption === undefined ? [] : [element('figcaption', {}, escaped(caption))]),
    picture,
  )
}

const box = ({ text, title, tone }: Of<'box'>) =>
  element(
    'div',
    { class: `box ${tone}` },
    element('p', {}, element('strong', {}, escaped(title))),
    ...(text === '' ? [] : [element('p', {}, escaped(text))]),
  )
