import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build as makeInstaller, Platform } from 'electron-builder'
import { builderConfig } from './builder-config.ts'
import { stageApp, type Target } from './stage.ts'

export interface PackageOptions {
  /** The folder of a production build. */
  build: string
  output: string
  /** Stops at the unpacked app. */
  folderOnly: boolean
  /** A folder with an Electron distribution; downloaded otherwise. */
  electron?: string
}

const root = join(import.meta.dirname, '../..')

/** Stages and packages the app for this machine. Promise: the paths of what was made. */
export async function packageApp(options: PackageOptions): Promise<string[]> {
  const stage = join(options.output, 'stage')
  const { platform, arch } = process
  stageApp(options.build, stage, { platform, arch } as Target)
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'),
  )
  const made = await makeInstaller({
    projectDir: stage,
    targets: Platform.current().createTarget(options.folderOnly ? 'dir' : undefined),
    config: {
      ...builderConfig(stage, options.output),
      electronVersion: version,
      ...(options.electron === undefined ? {} : { electronDist: resolve(options.electron) }),
    },
  })
  return made.length > 0 ? made : [options.output]
}
