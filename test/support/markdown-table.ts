/**
 * The rows of the table under a heading of a page in docs/states, each as heading -> cell, so that a test
 * walks the same table that a clinician signs. Throws where there is no such table.
 */
export function tableUnder(page: string, heading: string): Record<string, string>[] {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.includes(heading))
  if (start < 0) throw new Error(`No heading "${heading}"`)
  const first = lines.findIndex((line, index) => index > start && line.startsWith('|'))
  const rows: string[][] = []
  for (let index = first; lines[index]?.startsWith('|'); index += 1)
    rows.push(
      (lines[index] ?? '')
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  const [heads, , ...body] = rows
  if (!heads || body.length === 0) throw new Error(`No table under "${heading}"`)
  return body.map((cells) =>
    Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? ''])),
  )
}
