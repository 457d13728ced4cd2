import { createHash } from 'node:crypto'
import { type AnyReport, documentOf } from '#domain/assurance/any-report.ts'
import { element, escaped } from '../../../platform/html/element.ts'
import { coverHtml } from '../../../platform/html/make-html.ts'
import { pageStyle } from '../../../platform/html/page-style.ts'
import { viewerScript } from './viewer-script.ts'

const viewerStyle = `${pageStyle}
.buttons button, button { font: inherit; padding: .35rem .75rem; margin: 0 .5rem .5rem 0; border: 2px solid var(--blue); background: #fff; color: var(--blue); cursor: pointer; border-radius: 4px; }
button:hover { background: var(--pale); }
button:focus, summary:focus, input:focus { outline: 3px solid #ffeb3b; box-shadow: 0 0 0 5px var(--ink); }
summary { cursor: pointer; padding: .35rem 0; color: var(--blue); }
details { border-bottom: 1px solid var(--rule); }
details details { border: 0; }
td dl > div { grid-template-columns: 8rem 1fr; }
.code { font-family: ui-monospace, Consolas, monospace; }
`

/** Runs its own script alone, by its hash, and reaches nothing: not even an image. */
const policyOf = (script: string) =>
  `default-src 'none'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`

/**
 * The page of a pack, whole in itself: a page opened from a disk cannot read its sibling files, so the data is
 * sealed into it (decision 38). `data` is pack.json as it lies in the pack.
 */
export function viewerPage(model: AnyReport, data: Uint8Array, fingerprint: string): Uint8Array {
  const { cover } = model
  // Nothing in the data can end the element that holds it.
  const json = Buffer.from(data).toString('utf8').trim().replaceAll('<', '\\u003c')
  const page = [
    '<!doctype html>',
    `<html lang="en-GB" data-fingerprint="${escaped(fingerprint)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(viewerScript)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, escaped(`Sealed pack: ${cover.unit.name}, ${cover.period.label}`)),
    `<style>${viewerStyle}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the pack</a>',
    element('p', { class: 'marking' }, escaped(cover.classification)),
    '<main id="content">',
    headOf(model, fingerprint),
    '<div id="parts"><p>What follows needs a browser that runs scripts. The report is in report.pdf and report.html as well.</p></div>',
    '</main>',
    element('footer', {}, element('p', { class: 'marking' }, escaped(cover.classification))),
    `<script type="application/json" id="pack-data">${json}</script>`,
    `<script>${viewerScript}</script>`,
    '</body>',
    '</html>',
    '',
  ]
  return new TextEncoder().encode(page.join('\n'))
}

function headOf(model: AnyReport, fingerprint: string): string {
  const { cover } = documentOf(model)
  if (!cover) return ''
  return coverHtml({
    ...cover,
    facts: [...cover.facts, { label: 'Fingerprint of this pack', text: fingerprint }],
  })
}
