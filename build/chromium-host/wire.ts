/** Bytes among plain data, as JSON carries them between the host and a page. */
const BYTES = '\u0000bytes'

/** Plain data and bytes as text. Anything else that structured cloning would carry is refused. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Uint8Array) return { [BYTES]: Buffer.from(part).toString('base64') }
    if (part instanceof Map || part instanceof Set) throw new Error('only plain data is carried')
    return part
  })
}

/** The reverse of `encode`, and of its like in the page (preload-world.ts). */
export function decode(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || !(BYTES in part)) return part
    return new Uint8Array(Buffer.from(String(part[BYTES]), 'base64'))
  })
}
