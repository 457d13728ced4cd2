import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AfterPackContext, Configuration } from 'electron-builder'
import { setFuses } from './fuses.ts'

/** How an installer is made from the staged app. Nothing is published and no update is looked for. */
export function builderConfig(stage: string, output: string): Configuration {
  return {
    appId: 'uk.nhs.mbu-assurance',
    productName: 'MBU Assurance',
    directories: { output },
    files: ['**/*', { from: `${stage}/node_modules`, to: 'node_modules', filter: ['**/*'] }],
    asar: true,
    // A native library cannot be loaded from within an archive; the app checks these by hash itself.
    asarUnpack: ['**/*.node'],
    npmRebuild: false,
    publish: null,
    electronLanguages: ['en-GB'],
    afterExtract: removeDefaultApp,
    afterPack: setFuses,
    win: { target: ['nsis'] },
    nsis: { oneClick: false, perMachine: true, deleteAppDataOnUninstall: false },
    mac: { target: ['dmg'], category: 'public.app-category.medical' },
    linux: { target: ['AppImage'], category: 'Office', executableName: 'mbu-assurance' },
  }
}

/** What the engine shows when it has no app: nothing that an installer should carry. */
function removeDefaultApp({ appOutDir, electronPlatformName }: AfterPackContext): Promise<void> {
  const resources =
    electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources'
  rmSync(join(appOutDir, resources, 'default_app.asar'), { force: true })
  return Promise.resolve()
}
