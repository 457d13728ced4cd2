import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

export interface ProgramEnd {
  code: number
  output: string
}

/** Runs a script of an installed package on this Node, with no input; `live` shows its output at once. */
export function runScript(script: string, args: string[], live = false): Promise<ProgramEnd> {
  const program = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
    if (live) process.stdout.write(chunk)
  }
  program.stdout.on('data', keep)
  program.stderr.on('data', keep)
  return new Promise((resolve) => {
    program.on('error', (error) => resolve({ code: 1, output: String(error) }))
    program.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
