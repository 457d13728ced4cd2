import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Instant } from '#domain/shared/time.ts'
import type { Author } from '#domain/users/roles.ts'
import type { Clock } from '../clock.ts'
import { appVersion } from './app-version.ts'
import { canonical, canonicalJson, inNfc, type JsonObject, type JsonValue } from './canonical.ts'
import { keyedHash } from './keyed-hash.ts'

export type { JsonObject, JsonValue } from './canonical.ts'

/** One act in the audit, as the code that acts describes it. */
export interface AuditNote {
  action: string
  entity: string
  entityId: string
  entityVersion?: number
  /** Record ids of the people whom the act concerns. */
  patients?: readonly string[]
  reason?: string
  payload?: JsonObject
  breakGlass?: boolean
  beforeHash?: string
  afterHash?: string
}

/** The newest entry of the chain; `seq` 0 before the first. */
export interface ChainHead {
  readonly seq: number
  readonly mac: string
}

/** What stands before the first entry. */
export const chainStart: ChainHead = { seq: 0, mac: '0'.repeat(64) }

/** A row of the audit table, in the order in which its columns are hashed. */
export interface AuditRow {
  seq: number
  at: Instant
  utc_offset_minutes: number
  zone: string
  monotonic_ms: number
  boot_id: string
  app_version: string
  user_id: string
  staff_id: string
  role: string
  action: string
  entity: string
  entity_id: string
  entity_version: number | null
  patients: string
  reason: string
  break_glass: number
  before_hash: string | null
  after_hash: string | null
  payload: string
  prev: string
  mac: string
  words_salt: string | null
  words_hash: string | null
}

/** The columns of an entry in their fixed order. A change of the list is a new version of the encoding. */
const covered = [
  'seq',
  'at',
  'utc_offset_minutes',
  'zone',
  'monotonic_ms',
  'boot_id',
  'app_version',
  'user_id',
  'staff_id',
  'role',
  'action',
  'entity',
  'entity_id',
  'entity_version',
  'patients',
  'reason',
  'break_glass',
  'before_hash',
  'after_hash',
  'payload',
  'prev',
] as const satisfies readonly (keyof AuditRow)[]

export const auditColumns = [...covered, 'mac', 'words_salt', 'words_hash'] as const

/** What the second version covers by `words_hash` alone. */
const words = new Set<string>(['reason', 'payload'])
const coveredByHash = covered.filter((column) => !words.has(column))

/**
 * The keyed hash of a row over the row before it; throws where a column holds what cannot be encoded. The first
 * version covers reason and payload as they stand, the second by their hash (docs/decisions/0003, 0033).
 */
export function auditMac(key: Buffer, row: Omit<AuditRow, 'mac'>): string {
  const isFirst = row.words_hash === null
  const list: JsonValue[] = [isFirst ? 'audit v1' : 'audit v2']
  for (const column of isFirst ? covered : coveredByHash) list.push(row[column])
  if (!isFirst) list.push(row.words_hash)
  return keyedHash(key, canonical(list), 'hex')
}

type Words = Pick<AuditRow, 'reason' | 'payload'>

/** The hash of an entry's words: the salt keeps short ones from being guessed once they are gone. */
const wordsHash = (salt: string, { reason, payload }: Words): string =>
  createHash('sha256')
    .update(canonical(['audit words v1', salt, reason, payload]))
    .digest('hex')

/** The words with the salt and the hash that belong to them. */
function withWords<Row extends Words>(row: Row) {
  const salt = randomBytes(16).toString('hex')
  return { ...row, words_salt: salt, words_hash: wordsHash(salt, row) }
}

const sqlInsert = `insert into audit (${auditColumns.join(', ')}) values (${auditColumns.map(() => '?').join(', ')})`
const sqlPatient = 'insert into audit_patient (person_id, seq) values (?, ?)'

/** Where and by whom the acts of one transaction are done. */
export interface AuditMoment {
  now: Instant
  actor: Author
  clock: Clock
}

/** Prepares a statement once for each text. */
export type Prepare = (sql: string) => Database.Statement<unknown[], unknown>

/**
 * Appends one entry after `head` and returns the new head. To be called inside a transaction alone, by the
 * unit of work.
 */
export function appendAudit(
  prepare: Prepare,
  key: Buffer,
  head: ChainHead,
  moment: AuditMoment,
  note: AuditNote,
): ChainHead {
  const patients = [...new Set(note.patients ?? [])].sort()
  const row = { ...withWords(auditRow(head, moment, note, patients)), mac: '' }
  row.mac = auditMac(key, row)
  prepare(sqlInsert).run(...auditColumns.map((column) => row[column]))
  for (const person of patients) prepare(sqlPatient).run(person, row.seq)
  return { seq: row.seq, mac: row.mac }
}

/**
 * Appends an entry that was made in another store of the same unit, as it was, with this store's keyed hash.
 * To be called inside a transaction alone, while a new store is filled.
 */
export function appendTaken(
  prepare: Prepare,
  key: Buffer,
  head: ChainHead,
  entry: Omit<AuditRow, 'prev' | 'mac'>,
): ChainHead {
  const row = { ...entry, prev: head.mac, mac: '' }
  row.mac = auditMac(key, row)
  prepare(sqlInsert).run(...auditColumns.map((column) => row[column]))
  for (const person of row.patients.split(' ').filter(Boolean))
    prepare(sqlPatient).run(person, row.seq)
  return { seq: row.seq, mac: row.mac }
}

function auditRow(
  head: ChainHead,
  { now, actor, clock }: AuditMoment,
  note: AuditNote,
  patients: readonly string[],
): Omit<AuditRow, 'mac' | 'words_salt' | 'words_hash'> {
  const nfc = (text: string) => text.normalize('NFC')
  return {
    seq: head.seq + 1,
    at: now,
    utc_offset_minutes: -new Date(now).getTimezoneOffset() || 0,
    zone: zone(),
    monotonic_ms: Math.floor(clock.monotonicMs()),
    boot_id: clock.bootId,
    app_version: appVersion,
    user_id: nfc(actor.userId),
    staff_id: nfc(actor.staffId),
    role: nfc(actor.role),
    action: nfc(note.action),
    entity: nfc(note.entity),
    entity_id: nfc(note.entityId),
    entity_version: note.entityVersion ?? null,
    patients: nfc(patients.join(' ')),
    reason: nfc(note.reason ?? ''),
    break_glass: note.breakGlass ? 1 : 0,
    before_hash: note.beforeHash ?? null,
    after_hash: note.afterHash ?? null,
    payload: note.payload === undefined ? '' : canonicalJson(inNfc(note.payload)),
    prev: head.mac,
  }
}

let zoneName: string | undefined
function zone(): string {
  zoneName ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  return zoneName
}

/** The newest entry in the database. */
export function chainHead(raw: Database.Database): ChainHead {
  const row = raw.prepare('select seq, mac from audit order by seq desc limit 1').get()
  return (row as ChainHead | undefined) ?? chainStart
}

/** The keyed hash of one entry, where there is one with this number. */
export function macAt(raw: Database.Database, seq: number): string | undefined {
  if (seq === 0) return chainStart.mac
  const row = raw.prepare('select mac from audit where seq = ?').get(seq)
  return (row as { mac: string } | undefined)?.mac
}

/** What is wrong in the chain: the first entry that does not hold. */
export interface ChainFault {
  seq: number
  why: 'missing' | 'changed' | 'out-of-place' | 'patients'
}

export interface ChainReport {
  /** Entries checked. */
  checked: number
  head: ChainHead
  fault?: ChainFault
}

const pageRows = 500

/**
 * Checks the chain from one entry on (1 = from the start) to the head of now, in steps of 500 rows so that a
 * clinical write can go in between. Yields the number checked so far; returns the report.
 */
export function* chainSteps(
  raw: Database.Database,
  key: Buffer,
  fromSeq = 1,
): Generator<number, ChainReport, void> {
  // What is written between the steps is left to the next check, or this one would never end.
  const until = chainHead(raw).seq
  const page = raw.prepare(
    `select * from audit where seq > ? and seq <= ? order by seq limit ${pageRows}`,
  )
  const patients = raw.prepare(
    'select seq, person_id from audit_patient where seq > ? and seq <= ? order by seq, person_id',
  )
  let head = before(raw, fromSeq)
  let checked = 0
  if (!head) return { checked, head: chainStart, fault: { seq: fromSeq - 1, why: 'missing' } }
  for (;;) {
    const rows = page.all(head.seq, until) as AuditRow[]
    const last = rows.at(-1)
    if (!last) return { checked, head }
    const listed = patientsOf(patients.all(head.seq, last.seq) as PatientRow[])
    for (const row of rows) {
      const why = faultOf(key, head, row, listed.get(row.seq) ?? '')
      if (why) return { checked, head, fault: { seq: head.seq + 1, why } }
      head = { seq: row.seq, mac: row.mac }
      checked += 1
    }
    yield checked
  }
}

function before(raw: Database.Database, fromSeq: number): ChainHead | undefined {
  if (fromSeq <= 1) return chainStart
  const mac = macAt(raw, fromSeq - 1)
  return mac === undefined ? undefined : { seq: fromSeq - 1, mac }
}

interface PatientRow {
  seq: number
  person_id: string
}

function patientsOf(rows: readonly PatientRow[]): Map<number, string> {
  const listed = new Map<number, string>()
  for (const { seq, person_id } of rows) {
    const had = listed.get(seq)
    listed.set(seq, had === undefined ? person_id : `${had} ${person_id}`)
  }
  return listed
}

function faultOf(
  key: Buffer,
  head: ChainHead,
  row: AuditRow,
  patients: string,
): ChainFault['why'] | undefined {
  if (row.seq !== head.seq + 1) return 'missing'
  if (row.prev !== head.mac) return 'out-of-place'
  if (!sameMac(key, row)) return 'changed'
  return row.patients === patients ? undefined : 'patients'
}

function sameMac(key: Buffer, row: AuditRow): boolean {
  try {
    const expected = Buffer.from(auditMac(key, row))
    const found = Buffer.from(row.mac)
    const isSame = expected.length === found.length && timingSafeEqual(expected, found)
    return isSame && wordsHold(row)
  } catch {
    // A column holds what no entry of ours can: a fraction, a blob, text in another form.
    return false
  }
}

/** Nothing is disposed of yet, so words that are not the ones that were hashed were changed. */
const wordsHold = (row: AuditRow): boolean =>
  row.words_hash === null
    ? row.words_salt === null
    : row.words_salt !== null && wordsHash(row.words_salt, row) === row.words_hash

/** Checks the chain from one entry on, at once. */
export function verifyChain(raw: Database.Database, key: Buffer, fromSeq = 1): ChainReport {
  const steps = chainSteps(raw, key, fromSeq)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The hash of a record's content for a signature: SHA-256 over the named fields in the given order, in
 * canonical encoding (decision 10). Throws if a named field is absent; null is a value.
 */
export function contentHash(fields: readonly string[], content: JsonObject): string {
  const pairs = fields.map((field) => {
    const value = content[field]
    if (value === undefined) throw new Error(`The content has no field ${field}`)
    return [field, inNfc(value)]
  })
  return createHash('sha256')
    .update(canonical(['content v1', pairs]))
    .digest('hex')
}
