import { parentPort, workerData } from 'node:worker_threads'
import { readReport } from '#domain/assurance/any-report.ts'
import { buildContainer } from '#domain/assurance/pack/container.ts'
import type { PackKey } from '#domain/assurance/pack/manifest.ts'
import { type PackCheck, verifyPack } from '#domain/assurance/pack/verify.ts'
import { type Failure, Refusal } from '#domain/shared/failure.ts'
import { makePackFiles } from './make-files.ts'
import { nodeTools } from './node-tools.ts'

type Files = [path: string, bytes: Uint8Array][]

/** One piece of work: the files of a pack, the ZIP of signed files, or the verifying of a ZIP. */
export type PackWork =
  | { task: 'files'; model: Uint8Array; keys: PackKey[] }
  | { task: 'seal'; files: Files }
  | { task: 'verify'; pack: Uint8Array }

export type PackReply =
  | { files: Files }
  | { pack: Uint8Array }
  | { check: PackCheck }
  | { failure: Failure }
  | { fault: string }

async function work(asked: PackWork): Promise<PackReply> {
  switch (asked.task) {
    case 'files': {
      const model = readReport(JSON.parse(Buffer.from(asked.model).toString('utf8')))
      const files = await makePackFiles(model, asked.keys)
      return { files: [...files].map(([path, bytes]) => [path, new Uint8Array(bytes)]) }
    }
    case 'seal':
      return { pack: buildContainer(new Map(asked.files)) }
    case 'verify':
      return { check: await verifyPack(asked.pack, nodeTools) }
  }
}

async function reply(asked: PackWork): Promise<PackReply> {
  try {
    return await work(asked)
  } catch (error) {
    if (error instanceof Refusal) return { failure: error.failure }
    return { fault: error instanceof Error ? error.name : 'not an error' }
  }
}

const answer = await reply(workerData as PackWork)
const buffers =
  'pack' in answer
    ? [answer.pack.buffer]
    : 'files' in answer
      ? answer.files.map(([, bytes]) => bytes.buffer)
      : []
parentPort?.postMessage(answer, buffers as ArrayBuffer[])
