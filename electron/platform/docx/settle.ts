import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser'
import type { CivilDate } from '#domain/shared/time.ts'

/** The time in each file's head; the earliest that a ZIP can say, read in whatever zone the writer is in. */
const noTime = new Date(1980, 0, 1)

/**
 * The same Word document with everything fixed that hangs on the moment of its making: the library stamps the
 * clock into the archive and the properties, and numbers drawings on through the life of the process. The
 * same document is the same file afterwards, byte by byte, and its hash can be compared.
 */
export function settleDocx(bytes: Uint8Array, date: CivilDate): Uint8Array {
  const parts = unzipSync(bytes)
  const change = (name: string, make: (xml: string) => string) => {
    const part = parts[name]
    if (part) parts[name] = strToU8(make(strFromU8(part)))
  }
  change('docProps/core.xml', (xml) => dated(xml, date))
  change('word/document.xml', numbered)
  // A reader may look for the list of contents first.
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b))
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] ?? new Uint8Array()])), {
    level: 6,
    mtime: noTime,
  })
}

const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : 1)

const dated = (xml: string, date: CivilDate) =>
  xml.replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => `${tag}${date}T00:00:00Z`,
  )

/** Drawings numbered from 1 in the order of the document. */
function numbered(xml: string): string {
  let count = 0
  return xml.replace(/(<wp:docPr id=")\d+/g, (_, start: string) => {
    count += 1
    return `${start}${count}`
  })
}
