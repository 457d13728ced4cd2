import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dateOf } from '#domain/shared/calendar.ts'
import { Refusal, refuseField } from '#domain/shared/failure.ts'
import { making } from '../../../platform/making.ts'
import type { TwoPersonContext } from '../../../platform/serve.ts'
import { contentsOf } from '../../../platform/store/backup-check.ts'
import { everythingLines } from '../../../platform/store/everything/write-lines.ts'
import { StoreProblem } from '../../../platform/store/problem.ts'
import { theUnit } from '../../stays/queries.ts'
import { checkOutsideFolder, type FolderWords } from '../folder-check.ts'
import { rememberExport } from './left-behind.ts'
import { partOf, writeLines } from './out-file.ts'

/** For an export up to now, or the same as an earlier one, up to the entry at which that ended. */
export interface ExportEverything {
  folder: string
  reason: string
  entry?: number | undefined
}

/**
 * Writes everything that the unit has recorded, up to one entry of the audit, as JSON Lines in a folder of the
 * person's choice: for leaving the product, or for another computer. It is not encrypted, so two people sign. That
 * it was begun is in the audit before the first line, and the file's hash when it is whole.
 */
export async function exportEverything(ctx: TwoPersonContext, input: ExportEverything) {
  const { house, now } = ctx
  const store = house.store()
  const seq = input.entry ?? store.chain.seq
  if (seq > store.chain.seq)
    refuseField('entry', `The audit has ${store.chain.seq} entries. Enter one of them`)
  checkOutsideFolder(house.paths.folder, input.folder, folderWords)
  const { id, name } = theUnit(ctx.db, seq)
  const file = `mbu-everything-${dateOf(now)}-to-entry-${seq}.jsonl`
  const path = join(input.folder, file)
  if (existsSync(path))
    refuseField('folder', `There is a file ${file} in this folder already. Choose another folder`)
  const rows = Object.values(contentsOf(store.raw).rows).reduce((sum, one) => sum + one, 0)
  const { end, bytes } = await making(ctx, 'The export', async ({ signal, said }) => {
    note(ctx, 'begun', seq, input.reason)
    const left = rememberExport(house.paths.folder, partOf(path))
    try {
      return await writeLines(path, everythingLines(store, { id, name }, seq), signal, (done) =>
        said({ done: Math.min(done, rows), of: rows }),
      )
    } catch (error) {
      noteEnd(ctx, signal.aborted ? 'stopped' : 'failed', seq, input.reason)
      if (signal.aborted || ofRecords(error)) throw error
      refuseField('folder', notWritten(error))
    } finally {
      left.forget()
    }
  })
  return keptOrRemoved(path, () =>
    ctx.write(() => ({
      value: { file, path, bytes, entry: seq, lines: end.lines, sha256: end.sha256 },
      audit: [
        {
          action: 'everything.exported',
          entity: 'store',
          entityId: file,
          reason: input.reason,
          afterHash: end.sha256,
          payload: { entry: seq, lines: end.lines, bytes, second: ctx.second.userId },
        },
      ],
    })),
  )
}

/** A file that the audit does not have does not leave. */
function keptOrRemoved<T>(path: string, kept: () => T): T {
  try {
    return kept()
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? '')

/** Of the records themselves, and not of the place that the file goes to. */
const ofRecords = (error: unknown) =>
  error instanceof StoreProblem || codeOf(error).startsWith('SQLITE_') || codeOf(error) === ''

const notWritten = (error: unknown): string =>
  /^(ENOSPC|EDQUOT)$/.test(codeOf(error))
    ? 'There is no room for the file there. Make room, or choose another folder'
    : 'The file could not be written there. Choose another folder'

/** Nothing can be written where the disk is full: then what stopped the export is what is told. */
function noteEnd(ctx: TwoPersonContext, how: 'stopped' | 'failed', seq: number, reason: string) {
  try {
    note(ctx, how, seq, reason)
  } catch (error) {
    if (!(error instanceof Refusal) || error.failure.code !== 'store') throw error
    ctx.house.log({ event: 'export-end-not-kept' })
  }
}

function note(
  ctx: TwoPersonContext,
  how: 'begun' | 'stopped' | 'failed',
  seq: number,
  reason: string,
): void {
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: `everything.export-${how}`,
        entity: 'store',
        entityId: '',
        reason,
        payload: { entry: seq, second: ctx.second.userId, secondRole: ctx.second.role },
      },
    ],
  }))
}

const folderWords: FolderWords = {
  notWhole: 'Enter the whole path of the folder, such as E:\\Export or /media/export',
  notThere:
    'This folder is not there, or the app may not write to it. Make the folder and try again',
  inside: 'This folder is inside the records folder. Choose another',
}
