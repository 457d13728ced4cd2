import { type AnyReport, isShareable } from '#domain/assurance/any-report.ts'
import { manifestPath, modelPath, viewerPath } from '#domain/assurance/pack/container.ts'
import { readMe } from '#domain/assurance/pack/frank.ts'
import { manifestOf, type PackKey } from '#domain/assurance/pack/manifest.ts'
import { disclosureLabels, stateLabels } from '#domain/assurance/report-words.ts'
import { fingerprintText } from '#domain/shared/fingerprint.ts'
import { canonicalJson, type JsonValue } from '../../../platform/store/canonical.ts'
import { csvFiles } from '../formats/csv.ts'
import { docxFile } from '../formats/docx.ts'
import { htmlFile } from '../formats/html.ts'
import { jsonFile } from '../formats/json.ts'
import { pdfFile } from '../formats/pdf.ts'
import { xlsxFile } from '../formats/xlsx.ts'
import { nodeTools } from './node-tools.ts'
import { viewerPage } from './viewer-page.ts'

const text = (words: string) => new TextEncoder().encode(words)

/**
 * Every file of a report's pack with its manifest, all but the signature: the report in each format, the model
 * with the records behind the figures, the viewer, and what a signature does not prove. The same report and
 * keys give the same bytes; the random key of its pseudonyms was destroyed when the report was made.
 */
export async function makePackFiles(
  model: AnyReport,
  keys: readonly PackKey[],
  said: (done: number, of: number) => void = () => undefined,
): Promise<Map<string, Uint8Array>> {
  const fingerprint = await fingerprintOf(keys)
  const data = jsonFile(model).bytes
  const steps: (() => Promise<[path: string, bytes: Uint8Array][]>)[] = [
    async () => [['report.pdf', (await pdfFile(model)).bytes]],
    async () => [['report.html', htmlFile(model).bytes]],
    async () => [['report.docx', (await docxFile(model)).bytes]],
    async () => [['tables.xlsx', (await xlsxFile(model)).bytes]],
    async () => csvFiles(model).map(({ bytes, name }) => [`csv/${name}`, bytes]),
    async () => [
      [modelPath, data],
      [viewerPath, viewerPage(model, data, fingerprint)],
    ],
  ]
  const files = new Map<string, Uint8Array>([
    ['READ-ME-FIRST.txt', text(`\ufeff${readMe(aboutLines(model, fingerprint))}`)],
  ])
  for (const [at, step] of steps.entries()) {
    said(at, steps.length)
    for (const [path, bytes] of await step()) files.set(path, bytes)
  }
  said(steps.length, steps.length)
  const listed = await Promise.all(
    [...files].map(async ([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: await nodeTools.sha256(bytes),
    })),
  )
  const manifest = manifestOf(model, keys, listed)
  return files.set(manifestPath, text(canonicalJson(manifest as unknown as JsonValue)))
}

async function fingerprintOf(keys: readonly PackKey[]): Promise<string> {
  const { publicKey } = keys.at(-1) ?? { publicKey: '' }
  return fingerprintText(await nodeTools.sha256(nodeTools.bytesOf(publicKey)))
}

function aboutLines(model: AnyReport, fingerprint: string): string[] {
  const { cover } = model
  return [
    `${cover.title}: ${cover.unit.name}, ${cover.period.label}`,
    `${cover.classification}. ${disclosureLabels[cover.disclosure]}, version ${cover.version}, ${stateLabels[cover.state].toLowerCase()}.`,
    isShareable(model)
      ? 'Rounded counts, small ones withheld, no records.'
      : 'Exact counts and pseudonymised records of very few people: do not publish it, pass it on, or join it with other data.',
    `Fingerprint of the unit's signature: ${fingerprint}`,
  ]
}
