// The entry for Node declares a `require` of its own, which the builds do as well.
import { unzipSync, zipSync } from 'fflate/browser'

/** The files of a pack by their paths. */
export type PackFiles = ReadonlyMap<string, Uint8Array>

export const manifestPath = 'manifest.json'
export const signaturePath = 'manifest.sig'
export const modelPath = 'pack.json'
export const viewerPath = 'viewer.html'

const first = [manifestPath, signaturePath]
const inOrder = (a: string, b: string) => {
  const [placeA, placeB] = [first.indexOf(a), first.indexOf(b)]
  if (placeA !== placeB) return (placeA < 0 ? 2 : placeA) - (placeB < 0 ? 2 : placeB)
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The files as the one ZIP that they can be: in a fixed order, stored as they are, without a date. The same
 * files give the same bytes, so that a ZIP with anything else in it can be told from the one that was sealed.
 */
export function buildContainer(files: PackFiles): Uint8Array {
  const sorted = Object.fromEntries([...files].sort(([a], [b]) => inOrder(a, b)))
  // The least date that a ZIP can hold, in the wall time that it is written in.
  return zipSync(sorted, { level: 0, mtime: new Date(1980, 0, 1) })
}

/** The files of a ZIP; nothing where it is none. */
export function openContainer(bytes: Uint8Array): PackFiles | undefined {
  try {
    return new Map(Object.entries(unzipSync(bytes)))
  } catch {
    return undefined
  }
}

/** Where the first byte is that differs; nothing where none does. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return at
  return a.length === b.length ? undefined : length
}
