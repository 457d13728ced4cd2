import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#domain/shared/time.ts'
import type { House } from '../../platform/house.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { replaceFile } from '../../platform/store/durable-file.ts'
import { secondBackupFolder, theUnit } from '../stays/queries.ts'
import { canWrite } from './folder-check.ts'

/** Left at the second place by the computer that took a unit's records in; the other one reads it there. */
interface TakenMark {
  unitId: string
  /** SHA-256 of the file of everything that was taken in. */
  sha256: string
  at: Instant
}

const takenSql = `select after_hash as sha256, at from audit
  where entity_id = @unitId and action = 'everything.taken-in' order by seq desc`

const taken = (house: House, unitId: string) =>
  house.read().rows<{ sha256: string; at: Instant }>(takenSql, { unitId })

const markPath = (folder: string, unitId: string) => join(folder, `mbu-taken-over-${unitId}.json`)

/**
 * On the computer that took the records in: says so at the second place of the backups, which came along with them.
 * A mark of a later move is left as it is. Does nothing while the place cannot be reached; the next minute tries again.
 */
export async function markTakenOver(house: House): Promise<void> {
  const db = house.read()
  const { id: unitId } = theUnit(db)
  const own = taken(house, unitId)
  const [last] = own
  const folder = secondBackupFolder(db)
  if (!last || folder === null || !canWrite(folder)) return
  const there = readMark(folder, unitId)
  const isOwn = own.some(({ sha256 }) => sha256 === there?.sha256)
  if (there && (!isOwn || there.sha256 === last.sha256)) return
  const mark: TakenMark = { unitId, sha256: last.sha256, at: last.at }
  replaceFile(markPath(folder, unitId), `${JSON.stringify(mark)}\n`)
}

/**
 * On every computer: when another one took these records in, as far as the second place says; null where it says
 * nothing of it, or cannot be reached.
 */
export function takenOver({ db, house }: ReadContext): { at: Instant } | null {
  const folder = secondBackupFolder(db)
  if (folder === null) return null
  const { id: unitId } = theUnit(db)
  const mark = readMark(folder, unitId)
  if (!mark || taken(house, unitId).some(({ sha256 }) => sha256 === mark.sha256)) return null
  return { at: mark.at }
}

function readMark(folder: string, unitId: string): TakenMark | undefined {
  try {
    const read = JSON.parse(readFileSync(markPath(folder, unitId), 'utf8')) as Partial<TakenMark>
    const { sha256, at } = read
    if (read.unitId !== unitId || typeof sha256 !== 'string' || typeof at !== 'string')
      return undefined
    return Number.isNaN(Date.parse(at)) ? undefined : { unitId, sha256, at }
  } catch {
    return undefined
  }
}
