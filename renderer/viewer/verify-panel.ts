import type { AnyReport } from '#domain/assurance/any-report.ts'
import { modelPath, openContainer } from '#domain/assurance/pack/container.ts'
import { findingText } from '#domain/assurance/pack/findings.ts'
import { type PackCheck, verifyPack } from '#domain/assurance/pack/verify.ts'
import { browserTools } from './browser-tools.ts'
import { el, list } from './dom.ts'

/**
 * Takes the ZIP that this page came in and verifies the whole of it. A page opened from a disk cannot read its
 * sibling files by itself.
 */
export function verifyPanel(model: AnyReport, fingerprint: string): Node[] {
  const said = el('div', { role: 'status' })
  const chooser = el('input', { type: 'file', accept: '.zip', id: 'pack-file' })
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files ?? []
    if (!file) return
    said.replaceChildren(el('p', {}, 'Verifying. A large pack takes some seconds.'))
    const bytes = new Uint8Array(await file.arrayBuffer())
    const check = await verifyPack(bytes, browserTools)
    said.replaceChildren(...verdict(check, isThisPage(bytes), fingerprint, model))
  })
  return [
    el(
      'p',
      {},
      'Choose the ZIP that this page came in. It stays on this computer. This page is part of the pack, and a changed page could say anything: ',
      el('strong', {}, 'to be sure, verify with your own copy of the app.'),
    ),
    el('p', {}, el('label', { for: 'pack-file' }, 'The sealed pack (ZIP): '), chooser),
    said,
  ]
}

/** Whether the data that this page shows is that of the chosen pack. */
function isThisPage(bytes: Uint8Array): boolean {
  const sealed = openContainer(bytes)?.get(modelPath)
  const shown = document.getElementById('pack-data')?.textContent ?? ''
  if (!sealed) return false
  return new TextDecoder().decode(sealed).trim() === JSON.stringify(JSON.parse(shown))
}

function verdict(
  check: PackCheck,
  isShown: boolean,
  fingerprint: string,
  { cover }: AnyReport,
): Node[] {
  const [signer, ...before] = check.fingerprints
  const other = check.manifest && !isShown
  return [
    el(
      'div',
      { class: check.whole && isShown ? 'box best' : 'box worst' },
      el('p', {}, el('strong', {}, headline(check, isShown))),
      ...(check.findings.length > 0 ? [list(check.findings.map(findingText))] : []),
      ...(other
        ? [
            el(
              'p',
              {},
              'What this page shows is not what the chosen ZIP holds: it came from another pack, or was changed.',
            ),
          ]
        : []),
    ),
    ...(signer
      ? [
          el('p', {}, 'Signed with the fingerprint ', el('strong', { class: 'code' }, signer), '.'),
          el(
            'p',
            {},
            signer === fingerprint
              ? `Ask ${cover.unit.name} for its fingerprint by telephone or letter, by a number that you had before, and compare all eight groups. Without that, nobody knows whose key it is.`
              : 'It is not the fingerprint that this page names.',
          ),
          ...(before.length > 0
            ? [
                el('p', {}, 'This key was signed by the one that the unit had before:'),
                list(before),
              ]
            : []),
        ]
      : []),
  ]
}

function headline(check: PackCheck, isShown: boolean): string {
  if (!check.signatureChecked)
    return check.findings.length === 0
      ? 'Every file is as the manifest lists it, but this browser cannot check the signature. Verify with the app.'
      : 'This pack is not as it was sealed.'
  if (!check.whole) return 'This pack is not as it was sealed.'
  return isShown
    ? 'Every byte is as it was sealed, and the signature fits its key.'
    : 'The chosen ZIP is whole, but it is not the pack of this page.'
}
