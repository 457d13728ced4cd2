import { parentPort, workerData } from 'node:worker_threads'
import { readReport } from '#domain/assurance/any-report.ts'
import { packSummary } from '#domain/assurance/desk/pack-summary.ts'
import { buildContainer, modelPath, openContainer } from '#domain/assurance/pack/container.ts'
import type { PackKey } from '#domain/assurance/pack/manifest.ts'
import { type PackCheck, verifyPack } from '#domain/assurance/pack/verify.ts'
import { type Failure, Refusal } from '#domain/shared/failure.ts'
import { canonicalJson, type JsonValue } from '../../../platform/store/canonical.ts'
import type { ThreadProgress } from '../../../platform/thread.ts'
import { makePackFiles } from './make-files.ts'
import { nodeTools } from './node-tools.ts'

type Files = [path: string, bytes: Uint8Array][]

/**
 * One piece of work: the files of a pack, the ZIP of signed files, or the verifying of a ZIP; or the opening of one pack
 * after another, each a message of its own.
 */
export type PackWork =
  | { task: 'files'; model: Uint8Array; keys: PackKey[] }
  | { task: 'seal'; files: Files }
  | { task: 'verify'; pack: Uint8Array }
  | { task: 'open'; pack: Uint8Array }
  | { task: 'open-each' }

export type PackReply =
  | { files: Files }
  | { pack: Uint8Array }
  | { check: PackCheck }
  | { opened: OpenedPack }
  | { failure: Failure }
  | { fault: string }

/** What became of a pack; where it is whole, the levels and figures of its report as canonical JSON. */
export interface OpenedPack {
  check: PackCheck
  summary: Uint8Array | null
}

async function open(pack: Uint8Array): Promise<OpenedPack> {
  const check = await verifyPack(pack, nodeTools)
  const data = check.whole ? openContainer(pack)?.get(modelPath) : undefined
  if (!data) return { check, summary: null }
  const summary = packSummary(readReport(JSON.parse(Buffer.from(data).toString('utf8'))))
  return {
    check,
    summary: new TextEncoder().encode(canonicalJson(summary as unknown as JsonValue)),
  }
}

type OneWork = Exclude<PackWork, { task: 'open-each' }>

async function work(asked: OneWork): Promise<PackReply> {
  switch (asked.task) {
    case 'files': {
      const model = readReport(JSON.parse(Buffer.from(asked.model).toString('utf8')))
      const files = await makePackFiles(model, asked.keys, (done, of) =>
        parentPort?.postMessage({ progress: { done, of } } satisfies ThreadProgress),
      )
      return { files: [...files].map(([path, bytes]) => [path, new Uint8Array(bytes)]) }
    }
    case 'seal':
      return { pack: buildContainer(new Map(asked.files)) }
    case 'open':
      return { opened: await open(asked.pack) }
    case 'verify':
      return { check: await verifyPack(asked.pack, nodeTools) }
  }
}

async function reply(asked: OneWork): Promise<PackReply> {
  try {
    return await work(asked)
  } catch (error) {
    if (error instanceof Refusal) return { failure: error.failure }
    return { fault: error instanceof Error ? error.name : 'not an error' }
  }
}

async function answer(asked: OneWork): Promise<void> {
  const found = await reply(asked)
  const buffers =
    'pack' in found
      ? [found.pack.buffer]
      : 'files' in found
        ? found.files.map(([, bytes]) => bytes.buffer)
        : []
  parentPort?.postMessage(found, buffers as ArrayBuffer[])
}

const asked = workerData as PackWork
if (asked.task === 'open-each')
  parentPort?.on('message', (pack: Uint8Array) => void answer({ task: 'open', pack }))
else await answer(asked)
