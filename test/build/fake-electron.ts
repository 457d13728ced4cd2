import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** What @electron/fuses looks for in the program, then version 1, nine fuses, all off. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('000000000'),
])

/** A folder that looks like Electron's distribution for Linux to the packager; nothing in it can run. */
export async function makeFakeElectron(folder: string): Promise<void> {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), FUSE_WIRE]), {
    mode: 0o755,
  })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'icudtl.dat', 'resources.pak']) {
    writeFileSync(join(folder, name), '')
  }
  for (const language of ['en-GB', 'en-US', 'de', 'fr']) {
    writeFileSync(join(folder, `locales/${language}.pak`), '')
  }
  writeFileSync(join(folder, 'version'), '45.4.1')
  mkdirSync(join(folder, 'default-app'))
  writeFileSync(join(folder, 'default-app/main.js'), '')
  await createPackage(join(folder, 'default-app'), join(folder, 'resources/default_app.asar'))
  rmSync(join(folder, 'default-app'), { recursive: true })
}
