import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Plugin } from 'vite'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
}

/**
 * Lists every built page file by its exact path with its hash: the app serves what is on the list and
 * nothing else (electron/platform/protocol.ts). A kind of file that is not known stops the build.
 */
export function pageManifest(): Plugin {
  return {
    name: 'page-manifest',
    writeBundle(options) {
      const folder = options.dir
      if (!folder) return
      const pages = globSync('**/*.*', { cwd: folder })
        .map((file) => file.replaceAll('\\', '/'))
        .sort()
        .map((file) => {
          const type = TYPES[extname(file)]
          if (!type) throw new Error(`No content type is known for ${file}`)
          const bytes = readFileSync(join(folder, file))
          return {
            path: `/${file}`,
            type,
            sha256: createHash('sha256').update(bytes).digest('hex'),
          }
        })
      writeFileSync(join(folder, '..', 'pages.json'), `${JSON.stringify(pages, null, 1)}\n`)
    },
  }
}
