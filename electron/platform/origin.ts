/** The one place that pages come from. */
export const SCHEME = 'app'
export const HOST = 'mbu'
export const ORIGIN = `${SCHEME}://${HOST}`
export const START_PAGE = `${ORIGIN}/index.html`

/** True for an address of our own pages; judged by the parsed address, never by how its text begins. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${SCHEME}:` &&
    url.host === HOST &&
    url.username === '' &&
    url.password === ''
  )
}
