import type { LocalSocket } from './local-socket.ts'

/** The most that one message may hold, as text: a report with its records is below it. */
const mostText = 64_000_000

/** What marks bytes inside a message, which is text. */
const bytesKey = '$bytes'

/** A message as one line of text. */
export const frame = (message: unknown): string =>
  `${JSON.stringify(message, (_, value: unknown) =>
    value instanceof Uint8Array ? { [bytesKey]: Buffer.from(value).toString('base64') } : value,
  )}\n`

function unframe(line: string): unknown {
  return JSON.parse(line, (_, value: unknown) => {
    const bytes = (value as { [bytesKey]?: unknown } | null)?.[bytesKey]
    return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : value
  })
}

/** Calls with each whole message that arrives. A line that is no message, or too long, ends the line. */
export function eachMessage(socket: LocalSocket, take: (message: unknown) => void): void {
  let held = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    const lines = `${held}${chunk}`.split('\n')
    held = lines.pop() ?? ''
    if (held.length > mostText) socket.destroy()
    for (const line of lines) {
      if (socket.destroyed) return
      try {
        take(unframe(line))
      } catch {
        socket.destroy()
      }
    }
  })
}
