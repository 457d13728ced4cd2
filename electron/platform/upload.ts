import { randomUUID } from 'node:crypto'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { Session } from './session.ts'

/** The largest part of a file that one call carries (decision 9). */
export const filePartBytes = 1024 * 1024

interface Upload {
  id: string
  bytes: number
  parts: Uint8Array[]
}

export interface FilePart {
  uploadId: string
  part: number
  bytes: Uint8Array
}

/** Files on their way in, one a session; a file is gone with its session until it is whole. */
export interface Uploads {
  /** Before a byte is sent: refuses a file that is too large. */
  start(session: Session, bytes: number): { uploadId: string; partBytes: number; parts: number }
  /** Takes the next part, and with the last one answers the whole; refuses parts out of order. */
  take(session: Session, part: FilePart): Uint8Array[] | undefined
}

/** Makes a place for files of at most so many bytes; `tooLarge` says so in words. */
export function uploadPlace(mostBytes: number, tooLarge: string): Uploads {
  const uploads = new WeakMap<Session, Upload>()
  return {
    start(session, bytes) {
      if (bytes > mostBytes) refuseField('bytes', tooLarge)
      const id = randomUUID()
      uploads.set(session, { id, bytes, parts: [] })
      return { uploadId: id, partBytes: filePartBytes, parts: Math.ceil(bytes / filePartBytes) }
    },
    take(session, { uploadId, part, bytes }) {
      const upload = uploads.get(session)
      if (upload?.id !== uploadId || upload.parts.length !== part)
        refuse('held', 'The sending of this file was broken off. Choose the file again')
      if (bytes.length > filePartBytes)
        refuseField('bytes', 'This part of the file is too large. Send it in parts of 1 MB')
      upload.parts.push(Uint8Array.from(bytes))
      const received = upload.parts.reduce((sum, one) => sum + one.length, 0)
      if (received < upload.bytes) return undefined
      uploads.delete(session)
      if (received > upload.bytes)
        refuse('held', 'The file changed while it was sent. Choose the file again')
      return upload.parts
    },
  }
}
