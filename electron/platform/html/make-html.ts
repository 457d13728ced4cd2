import type { PrintDocument } from '#domain/shared/print-document.ts'
import { htmlBlock } from './blocks.ts'
import { anchorOf, element, escaped } from './element.ts'
import { pageStyle } from './page-style.ts'

export const htmlType = 'text/html;charset=utf-8'

/** No script, no network, no frame: the page is its words, its style and its drawings. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"

/**
 * The document as one HTML page that needs nothing else: headings with a list of contents, tables with heads
 * and captions, charts with their words, a layout for paper. The same document gives the same bytes.
 */
export function makeHtml(document: PrintDocument): Uint8Array {
  const { blocks, cover, footer, marking, title } = document
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 1 ? [{ text: block.text, index }] : [],
  )
  const page = [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, escaped(title)),
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the report</a>',
    element('p', { class: 'marking' }, escaped(marking)),
    ...(cover ? [coverHtml(cover)] : [element('h1', {}, escaped(title))]),
    element(
      'nav',
      { 'aria-label': 'Contents' },
      element('h2', {}, 'Contents'),
      element(
        'ol',
        {},
        ...headings.map(({ text, index }) =>
          element('li', {}, element('a', { href: `#${anchorOf(index)}` }, escaped(text))),
        ),
      ),
    ),
    '<main id="content">',
    ...blocks.map((block, index) => htmlBlock(block, anchorOf(index))),
    '</main>',
    element(
      'footer',
      {},
      element('p', {}, escaped(footer)),
      element('p', { class: 'marking' }, escaped(marking)),
    ),
    '</body>',
    '</html>',
    '',
  ]
  return new TextEncoder().encode(page.join('\n'))
}

/** The cover as the head of a page. */
export const coverHtml = ({
  facts,
  kicker,
  notice,
  subtitle,
  title,
}: NonNullable<PrintDocument['cover']>) =>
  element(
    'header',
    {},
    element('p', { class: 'kicker' }, escaped(kicker)),
    element('h1', {}, escaped(title)),
    element('p', { class: 'subtitle' }, escaped(subtitle)),
    htmlBlock({ kind: 'facts', facts }),
    element('p', { class: 'notice' }, escaped(notice)),
  )
