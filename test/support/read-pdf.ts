import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A node of a tagged PDF: its role, its children, and the alternative text of a figure. */
export interface Tag {
  role: string
  alt?: string
  lang?: string
  children: (Tag | { type: string })[]
}

export interface ReadPdf {
  title: string
  info: Record<string, unknown>
  metadata: string
  language: string | null
  marked: boolean
  showsTitle: boolean
  outline: string[]
  pages: { text: string; width: number; height: number; tags: Tag | null; links: string[] }[]
  text: string
}

/** Reads a PDF back with pdf.js, as a reader of the file would. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const { info, metadata } = await document.getMetadata()
  const pages: ReadPdf['pages'] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    const viewport = page.getViewport({ scale: 1 })
    const annotations: { url?: string }[] = await page.getAnnotations()
    pages.push({
      text: content.items.map((item) => ('str' in item ? item.str : '')).join(' '),
      width: viewport.width,
      height: viewport.height,
      tags: (await page.getStructTree()) as Tag | null,
      links: annotations.flatMap(({ url }) => url ?? []),
    })
  }
  const details = info as Record<string, unknown>
  // Maps, whatever the types of pdf.js say.
  const marks = (await document.getMarkInfo()) as unknown as Map<string, unknown> | null
  const preferences = (await document.getViewerPreferences()) as unknown as Map<
    string,
    unknown
  > | null
  const outline = (await document.getOutline()) ?? []
  const read = {
    title: String(details.Title),
    info: details,
    metadata: metadata?.getRaw?.() ?? '',
    language: typeof details.Language === 'string' ? details.Language : null,
    marked: marks?.get('Marked') === true,
    showsTitle: preferences?.get('DisplayDocTitle') === true,
    outline: outline.map((entry) => entry.title),
    pages,
    text: spaced(pages.map((page) => page.text).join(' ')),
  }
  await task.destroy()
  return read
}

/** One blank between words, whatever the layout put there. */
export const spaced = (text: string): string => text.replace(/[\s\u00a0\u200b]+/g, ' ')

/** Every tag of a page, outermost first. */
export function tagsOf(tag: Tag | null): Tag[] {
  if (!tag) return []
  const inner = tag.children.filter((child): child is Tag => 'role' in child)
  return [tag, ...inner.flatMap(tagsOf)]
}
