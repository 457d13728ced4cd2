import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isOurs } from './origin.ts'

/** One built file of the page, as the build listed it (build/page-manifest.ts). */
export interface PageFile {
  /** As it stands in the address, from the first slash. */
  path: string
  type: string
  sha256: string
}

/** No inline script or style, nothing from elsewhere, no plug-in, no frame, no form post. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ')

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/**
 * Answers requests for the page's own files. The address only chooses among the listed paths; it never
 * becomes a path on the disk. A file that is not what the build made is refused.
 */
export function servePages(folder: string, pages: readonly PageFile[]) {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  return async (request: { url: string; method: string }): Promise<Response> => {
    const url = URL.parse(request.url)
    if (!url || !isOurs(request.url) || request.method !== 'GET') return refused(403)
    const page = byPath.get(url.pathname)
    if (!page) return refused(404)
    const bytes = await readFile(join(folder, page.path))
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (hash !== page.sha256) return refused(500)
    return new Response(new Uint8Array(bytes), {
      headers: { ...HEADERS, 'Content-Type': page.type },
    })
  }
}

function refused(status: number): Response {
  return new Response(null, { status, headers: HEADERS })
}
