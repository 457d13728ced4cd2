import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a process with this id runs now. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What the first copy is told by: it runs on, and hears that it was started again. */
const startedAgain = 'SIGUSR2'

/**
 * True when no other copy of the app uses this folder. A lock whose process is gone is taken over. The first
 * copy is told of the second where the system has signals, as it is in Electron.
 */
export function takeInstanceLock(folder: string, onSecond: () => void = () => {}): boolean {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'host.lock')
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      process.on('exit', () => rmSync(file, { force: true }))
      if (process.platform !== 'win32') process.on(startedAgain, onSecond)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const first = Number(readFileSync(file, 'utf8'))
    if (isAlive(first)) {
      if (process.platform !== 'win32' && first !== process.pid) process.kill(first, startedAgain)
      return false
    }
    rmSync(file, { force: true })
  }
  return false
}
