import { parentPort, workerData } from 'node:worker_threads'
import { openPicture, type PictureType } from './open-picture.ts'

/** What the worker is given. */
export interface OpenPictureWork {
  bytes: Uint8Array
  mediaType: PictureType
}

/** What the worker says once, at its end. */
export type OpenPictureReply = { opens: boolean }

const { bytes, mediaType } = workerData as OpenPictureWork
const reply: OpenPictureReply = { opens: openPicture(bytes, mediaType) }
parentPort?.postMessage(reply)
