import { strFromU8 } from 'fflate/browser'
import type { Instant } from '../../shared/time.ts'
import type { AnyReport } from '../any-report.ts'
import type { Disclosure, ReportState } from '../report-model.ts'

/** One file of a pack, as its manifest names it. */
export interface ListedFile {
  path: string
  bytes: number
  /** In hexadecimal. */
  sha256: string
}

/** One pair of the unit by its public half; the last signed the pack. */
export interface PackKey {
  /** SPKI, DER, base64. */
  publicKey: string
  /** Signature of the pair before over this public key, base64; null for the first. */
  signedByPrevious: string | null
}

/** What a pack is and what is in it (assurance.md 5). The unit signs these bytes. */
export interface Manifest {
  format: 'mbu-assurance-pack'
  formatVersion: 1
  /** A pack is one kind or the other (decision 36). */
  kind: Disclosure
  report: { title: string; version: number; state: ReportState; contentHash: string }
  unit: { name: string; provider: string; odsCode: string | null }
  period: { from: Instant; to: Instant; label: string }
  cut: { at: Instant; auditSeq: number }
  framework: { id: string; version: number }
  ruleSets: { kind: string; revision: string; approved: boolean }[]
  measures: { id: string; version: number }[]
  auditHead: { seq: number; hash: string }
  software: { name: string; version: string }
  /** Oldest first, each signed by the one before. */
  keys: PackKey[]
  /** Every file but the manifest and its signature, by path. */
  files: ListedFile[]
}

/** The manifest of a report with these files, signed by the last of these keys. */
export function manifestOf(
  { annex, contentHash, cover, framework, requirements }: AnyReport,
  keys: readonly PackKey[],
  files: readonly ListedFile[],
): Manifest {
  const { name, provider, odsCode } = cover.unit
  const { from, to, label } = cover.period
  return {
    format: 'mbu-assurance-pack',
    formatVersion: 1,
    kind: cover.disclosure,
    report: { title: cover.title, version: cover.version, state: cover.state, contentHash },
    unit: { name, provider, odsCode },
    period: { from, to, label },
    cut: { ...cover.cut },
    framework: { id: framework.id, version: framework.version },
    ruleSets: annex.ruleSets.map(({ approved, kind, revision }) => ({ kind, revision, approved })),
    measures: requirements.flatMap(({ linesOfEnquiry }) =>
      linesOfEnquiry.flatMap(({ measures }) =>
        (measures as readonly { id: string; version: number | null }[]).flatMap(
          ({ id, version }) => (version === null ? [] : [{ id, version }]),
        ),
      ),
    ),
    auditHead: { ...annex.auditHead },
    software: { ...annex.software },
    keys: keys.map(({ publicKey, signedByPrevious }) => ({ publicKey, signedByPrevious })),
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isFile = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.path === 'string' &&
  Number.isSafeInteger(value.bytes) &&
  typeof value.sha256 === 'string'

const isKey = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.publicKey === 'string' &&
  (value.signedByPrevious === null || typeof value.signedByPrevious === 'string')

/** The manifest in these bytes; nothing where there is none. What it says holds only where its signature does. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const read: unknown = JSON.parse(strFromU8(bytes))
    const isManifest =
      isObject(read) &&
      read.format === 'mbu-assurance-pack' &&
      read.formatVersion === 1 &&
      Array.isArray(read.files) &&
      read.files.every(isFile) &&
      Array.isArray(read.keys) &&
      read.keys.length > 0 &&
      read.keys.every(isKey) &&
      [read.report, read.unit, read.period, read.cut, read.software].every(isObject)
    return isManifest ? (read as unknown as Manifest) : undefined
  } catch {
    return undefined
  }
}
