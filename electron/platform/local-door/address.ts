import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'

/** The longest path that every system takes for a local socket. */
const longest = 100

/**
 * Where a running app listens for the command line of the same person on the same computer: beside the
 * records, in a folder that is theirs alone; on Windows a named pipe. Undefined where the path is too long.
 */
export function localAddress(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const whole = resolve(folder)
  if (platform === 'win32') {
    const name = createHash('sha256').update(whole.toLowerCase()).digest('hex').slice(0, 32)
    return `\\\\.\\pipe\\mbu-assurance-${name}`
  }
  const path = join(whole, 'app.sock')
  return Buffer.byteLength(path) <= longest ? path : undefined
}
