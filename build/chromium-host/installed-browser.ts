import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { ChromiumProgram } from './shipped-chromium.ts'

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
]

function candidates(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const places = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return places
      .filter((place) => place !== undefined)
      .flatMap((place) => [
        join(place, 'Google/Chrome/Application/chrome.exe'),
        join(place, 'Microsoft/Edge/Application/msedge.exe'),
        join(place, 'Chromium/Application/chrome.exe'),
      ])
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** The Chrome, Edge or Chromium that the machine has, in its usual place. */
export function installedBrowser(
  env: NodeJS.ProcessEnv = process.env,
): ChromiumProgram | undefined {
  const path = candidates(env).find((candidate) => existsSync(candidate))
  return path === undefined ? undefined : { path, env: {}, headlessOnly: false }
}

/** Whether a window would be seen by anybody. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
