const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? entity)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

/** The rows of every table of a page that the app made, each as its cells; and the page's words. */
export function readHtml(bytes: Uint8Array): { html: string; text: string; rows: string[][] } {
  const html = new TextDecoder().decode(bytes)
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) =>
    [...(row[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) =>
      textOf(cell[1] ?? ''),
    ),
  )
  const body = html.slice(html.indexOf('<body>'))
  return { html, text: textOf(body), rows }
}
