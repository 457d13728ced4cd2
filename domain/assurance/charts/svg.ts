/** SVG as text, so that one drawing serves the screen and the PDF alike. Attributes only, no style: the screen allows none. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Two decimals are finer than any screen or printer; fewer digits keep the same chart the same text. */
const valueText = (value: string | number) =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value)

/** One element. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${valueText(value ?? '')}"`)
    .join('')
  return children.length === 0
    ? `<${name}${list}/>`
    : `<${name}${list}>${children.join('')}</${name}>`
}

/** A line of text; `weight` is 400 or 600, the two that are shipped. */
export const label = (
  text: string,
  attributes: Attributes & { x: number; y: number; fill: string },
): string =>
  element('text', { 'font-family': 'Noto Sans', 'font-size': 9, ...attributes }, escaped(text))

/** The drawing. Decoration by itself: whoever shows it gives it its words. */
export const drawing = (width: number, height: number, ...children: string[]): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    ...children,
  )
