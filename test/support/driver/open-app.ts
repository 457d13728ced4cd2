import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppDriver, OpenOptions, RunningApp } from './app-driver.ts'
import { chromiumDriver } from './chromium-driver.ts'
import { electronDriver } from './electron-driver.ts'

/** Every host that a journey can run in; a journey runs in each that is here and names the others. */
export const drivers: readonly AppDriver[] = [chromiumDriver, electronDriver]

/** Opens the test build in the host that runs everywhere. */
export function openApp(options: OpenOptions): Promise<RunningApp> {
  return chromiumDriver.open(options)
}

/** An empty folder for one journey, and how to remove it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-journey-'))
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  }
}
