import { act } from '../../api.ts'
import { wholeFile } from '../documents/send-file.ts'

/** The whole file of what was received; undefined where it cannot be read. */
export const fetchFile = (receivedId: string, version: number): Promise<Uint8Array | undefined> =>
  wholeFile((part) => act.documents.file.query({ receivedId, version, part }))
