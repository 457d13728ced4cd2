const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// Control characters have no place on a page, and what turns text round could make a figure read backwards.
const unseen = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** Text as HTML: nothing in it is read as markup. */
export const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(unseen, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** One element; attributes without a value are left out. Children are HTML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: string[]
): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value ?? '')}"`)
    .join('')
  return `<${name}${list}>${children.join('')}</${name}>`
}

/** Where a heading is found from the list of contents. */
export const anchorOf = (index: number): string => `part-${index}`
