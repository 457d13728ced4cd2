import { createHash } from 'node:crypto'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { NativeFile } from '../../electron/platform/natives.ts'
import { readBuildRecord } from '../app-build.ts'

const root = join(import.meta.dirname, '../..')

/** Which machine an installer is for. */
export interface Target {
  platform: 'linux' | 'darwin' | 'win32'
  arch: 'x64' | 'arm64'
}

/** Everything else of the libraries is in the bundle; these are loaded from their own folders. */
const NATIVE_PACKAGES = [
  'better-sqlite3',
  '@node-rs/argon2',
  '@myriaddreamin/typst-ts-node-compiler',
]
const FONTS = '@expo-google-fonts/*/{400Regular,600SemiBold}/*.ttf'

/**
 * Lays out what is shipped, and nothing else: the production build, the native packages for one kind of
 * machine, the fonts of the report, and the list by which the app knows its native files again. Throws
 * when the build is not a production build or a native file for that machine is not installed.
 */
export function stageApp(build: string, stage: string, target: Target): void {
  if (readBuildRecord(build)?.mode !== 'production') {
    throw new Error('Only a production build is shipped: a test build lets the clock be set')
  }
  rmSync(stage, { recursive: true, force: true })
  cpSync(build, join(stage, 'out/app'), { recursive: true })
  const modules = join(root, 'node_modules')
  for (const file of [...nativePackageFiles(modules, target), ...fontFiles(modules)]) {
    mkdirSync(dirname(join(stage, 'node_modules', file)), { recursive: true })
    cpSync(join(modules, file), join(stage, 'node_modules', file))
  }
  writeJson(join(stage, 'package.json'), shippedPackage())
  writeJson(join(stage, 'out/app/natives.json'), listNatives(stage, target))
}

function writeJson(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`)
}

/** The app's name and entry, without the tools and scripts of the project. */
function shippedPackage() {
  const { name, productName, version, description, license, type, main } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  return { name, productName, version, description, license, type, main }
}

function nativePackageFiles(modules: string, { platform, arch }: Target): string[] {
  const ofMachine = new RegExp(`\\b${platform}(musl)?[-.]${arch}\\b`)
  return NATIVE_PACKAGES.flatMap((name) => [
    ...globSync(`${name}/{package.json,LICENSE,*.js,lib/**/*.js}`, { cwd: modules }),
    ...globSync(`${name}/prebuilds/*.node`, { cwd: modules }),
    ...globSync(`${name}-${platform}-${arch}*/{package.json,*.node}`, { cwd: modules }),
  ])
    .filter((file) => statSync(join(modules, file)).isFile())
    .filter((file) => !file.endsWith('.node') || ofMachine.test(basename(file)))
    .map(withSlashes)
}

function fontFiles(modules: string): string[] {
  return globSync([FONTS, '@expo-google-fonts/*/{package.json,LICENSE*}'], { cwd: modules }).map(
    withSlashes,
  )
}

function withSlashes(file: string): string {
  return file.replaceAll('\\', '/')
}

function listNatives(stage: string, { platform, arch }: Target): NativeFile[] {
  const natives = globSync('node_modules/**/*.node', { cwd: stage })
    .map(withSlashes)
    .sort()
    .map((path) => ({
      path,
      sha256: createHash('sha256')
        .update(readFileSync(join(stage, path)))
        .digest('hex'),
    }))
  for (const name of NATIVE_PACKAGES) {
    if (natives.some(({ path }) => path.startsWith(`node_modules/${name}`))) continue
    throw new Error(`${name} for ${platform} ${arch} is not installed: package on such a machine`)
  }
  return natives
}
