/**
 * Chromium cannot be taught a scheme from outside, so a page at `app://mbu/x` is shown at
 * `https://mbu.app.invalid/x`: a secure origin of its own whose name no resolver may ever answer
 * (RFC 6761, 6.4). The app itself sees only its own addresses.
 */
const ENDING = '.invalid'

const schemes = new Set<string>()

/** Names the schemes that the app serves itself. */
export function addScheme(scheme: string): void {
  schemes.add(scheme)
}

/** From the app's address to the one that Chromium is given. */
export function toChromium(address: string): string {
  const url = URL.parse(address)
  const scheme = url?.protocol.slice(0, -1)
  if (!url || !scheme || !schemes.has(scheme)) return address
  return `https://${url.host}.${scheme}${ENDING}${url.pathname}${url.search}${url.hash}`
}

/** From Chromium's address to the app's; any other address comes back as it is. */
export function toApp(address: string): string {
  if (address.startsWith('blob:')) return `blob:${toApp(address.slice('blob:'.length))}`
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' || !url.hostname.endsWith(ENDING)) return address
  const name = url.hostname.slice(0, -ENDING.length)
  const dot = name.lastIndexOf('.')
  const scheme = name.slice(dot + 1)
  if (dot < 0 || !schemes.has(scheme) || url.port !== '') return address
  const user = url.username === '' ? '' : `${url.username}@`
  return `${scheme}://${user}${name.slice(0, dot)}${url.pathname}${url.search}${url.hash}`
}
