import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildReport, isIntact } from '#domain/assurance/build-report.ts'
import { manifestPath, signaturePath } from '#domain/assurance/pack/container.ts'
import { findingText } from '#domain/assurance/pack/findings.ts'
import { type Manifest, manifestOf, readManifest } from '#domain/assurance/pack/manifest.ts'
import { verifyPack } from '#domain/assurance/pack/verify.ts'
import { reportModelSchema } from '#domain/assurance/report-model.ts'
import { buildShareable } from '#domain/assurance/shareable/build-shareable.ts'
import { contentHash } from '../../../../../electron/features/assurance/content-hash.ts'
import { nodeTools } from '../../../../../electron/features/assurance/pack/node-tools.ts'
import { makePseudonyms } from '../../../../../electron/features/assurance/pseudonyms.ts'
import { canonicalJson, type JsonValue } from '../../../../../electron/platform/store/canonical.ts'
import {
  fingerprintOf,
  newSigningPair,
} from '../../../../../electron/platform/store/signing-pair.ts'
import { sampleInput, seeded } from '../../../../support/assurance/sample-input.ts'
import { samplePack, sign, zipOf } from '../../../../support/assurance/sample-pack.ts'

const model = buildReport(sampleInput(), {
  pseudonym: makePseudonyms(new Uint8Array(32).fill(7)).of,
  hash: contentHash,
})
const pair = newSigningPair()
let files: Map<string, Uint8Array>
let whole: Uint8Array
/** Every file of the pack, each with its beginning alone. */
let short: Map<string, Uint8Array>
beforeAll(async () => {
  files = await samplePack(model, [pair])
  whole = zipOf(files)
  short = packOver(new Map(signedFiles().map((path) => [path, bytesOf(path).slice(0, 400)])))
})
const bytesOf = (path: string) => files.get(path) ?? new Uint8Array()

const verify = (bytes: Uint8Array) => verifyPack(bytes, nodeTools)
const verifyFiles = (changed: ReadonlyMap<string, Uint8Array>) => verify(zipOf(changed))
const flipped = (bytes: Uint8Array, at: number) => {
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
const signedFiles = () =>
  [...files.keys()].filter((path) => path !== manifestPath && path !== signaturePath)

/** A pack of the report over other contents: what is verified is the same, and thousands of them are here. */
function packOver(made: Map<string, Uint8Array>) {
  const listed = [...made].map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: String(nodeTools.sha256(bytes)),
  }))
  const keys = [{ publicKey: pair.publicKey, signedByPrevious: null }]
  const manifest = manifestOf(model, keys, listed)
  return sign(
    made.set(manifestPath, strToU8(canonicalJson(manifest as unknown as JsonValue))),
    pair,
  )
}

describe('a sealed pack', () => {
  it('is whole as it was sealed, and says what it is and who signed', async () => {
    const check = await verify(whole)
    expect(check).toMatchObject({ whole: true, findings: [], signatureChecked: true })
    expect(check.fingerprints).toEqual([fingerprintOf(pair.publicKey)])
    expect(check.manifest).toMatchObject({
      kind: 'restricted',
      cut: model.cover.cut,
      report: { contentHash: model.contentHash },
      auditHead: model.annex.auditHead,
      software: model.annex.software,
    })
  })

  it('is the same bytes when the same report is sealed again', async () => {
    expect(Buffer.from(zipOf(await samplePack(model, [pair]))).equals(Buffer.from(whole))).toBe(
      true,
    )
  })

  it('has every format, the model with its records, the viewer and the page on signatures', () => {
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'READ-ME-FIRST.txt',
        'report.pdf',
        'report.html',
        'report.docx',
        'tables.xlsx',
        'csv/measures.csv',
        'pack.json',
        'viewer.html',
        'manifest.json',
        'manifest.sig',
      ]),
    )
    const read = reportModelSchema.parse(
      JSON.parse(strFromU8(files.get('pack.json') ?? new Uint8Array())),
    )
    expect(read).toEqual(model)
    expect(isIntact(read, contentHash)).toBe(true)
  })

  it('holds in its viewer the very data of pack.json, and can run nothing but its own script', () => {
    const page = strFromU8(files.get('viewer.html') ?? new Uint8Array())
    const [, data = ''] = /id="pack-data">(.*?)<\/script>/s.exec(page) ?? []
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(model)))
    expect(data).not.toContain('<')
    expect(page).toMatch(/default-src 'none'; script-src 'sha256-/)
    // The namespace of SVG is a name and no address; nothing is fetched.
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
  })
})

describe('a pack that was tampered with', () => {
  it('is whole while nothing was done to it, with contents cut short too', async () => {
    expect((await verifyFiles(short)).whole).toBe(true)
    expect([...short.keys()].sort()).toEqual([...files.keys()].sort())
  })

  it('names each file that was changed, by one bit at its start, middle or end', async () => {
    for (const path of signedFiles()) {
      const bytes = short.get(path) ?? new Uint8Array()
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const check = await verifyFiles(new Map(short).set(path, flipped(bytes, at)))
        expect(check.whole).toBe(false)
        expect(check.findings).toEqual([
          { path, what: 'changed', expected: bytes.length, found: bytes.length },
        ])
      }
    }
  })

  it('names each file that was cut short, emptied or made longer', async () => {
    for (const path of signedFiles()) {
      const bytes = short.get(path) ?? new Uint8Array()
      for (const other of [
        bytes.slice(0, -1),
        new Uint8Array(),
        Buffer.concat([bytes, Buffer.from('\n')]),
      ]) {
        const { findings, whole } = await verifyFiles(
          new Map(short).set(path, new Uint8Array(other)),
        )
        expect(whole).toBe(false)
        expect(findings).toEqual([
          { path, what: 'changed', expected: bytes.length, found: other.length },
        ])
      }
    }
  })

  it('names each file that was taken out, renamed or put in', async () => {
    for (const path of signedFiles()) {
      const without = new Map(short)
      without.delete(path)
      expect((await verifyFiles(without)).findings).toEqual([{ path, what: 'missing' }])
      const renamed = new Map(without).set(`${path}.old`, short.get(path) ?? new Uint8Array())
      expect((await verifyFiles(renamed)).findings).toEqual([
        { path, what: 'renamed', now: `${path}.old` },
      ])
    }
    for (const path of ['more.txt', 'csv/more.csv', '.hidden', 'manifest.json.bak'])
      expect((await verifyFiles(new Map(short).set(path, new Uint8Array([1])))).findings).toEqual([
        { path, what: 'added' },
      ])
  })

  it('names two files that changed places', async () => {
    const swapped = new Map(files)
      .set('report.pdf', files.get('report.html') ?? new Uint8Array())
      .set('report.html', files.get('report.pdf') ?? new Uint8Array())
    expect((await verifyFiles(swapped)).findings.map(({ path }) => path)).toEqual([
      'report.html',
      'report.pdf',
    ])
  })

  it('does not hold once any byte of the manifest or of its signature is another', async () => {
    const small = packOver(new Map([['a.txt', strToU8('a')]]))
    expect((await verifyFiles(small)).whole).toBe(true)
    for (const path of [manifestPath, signaturePath]) {
      const bytes = small.get(path) ?? new Uint8Array()
      for (let at = 0; at < bytes.length; at += 1) {
        const check = await verifyFiles(new Map(small).set(path, flipped(bytes, at)))
        expect(check.whole, `${path} ${at}`).toBe(false)
        expect(check.findings.length, `${path} ${at}`).toBeGreaterThan(0)
      }
      const without = new Map(files)
      without.delete(path)
      expect((await verifyFiles(without)).findings).toContainEqual({ path, what: 'missing' })
    }
  })

  it('does not hold where a file and its hash in the manifest are changed together', async () => {
    const manifest = readManifest(files.get(manifestPath) ?? new Uint8Array()) as Manifest
    const html = strToU8('<p>All is well</p>')
    const forged = {
      ...manifest,
      files: manifest.files.map((one) =>
        one.path === 'report.html'
          ? { ...one, bytes: html.length, sha256: String(nodeTools.sha256(html)) }
          : one,
      ),
    }
    const changed = new Map(files)
      .set('report.html', html)
      .set(manifestPath, strToU8(canonicalJson(forged as unknown as JsonValue)))
    expect((await verifyFiles(changed)).findings).toEqual([
      { path: manifestPath, what: 'signature' },
    ])
  })

  it('shows another fingerprint where somebody else signed it anew', async () => {
    const other = newSigningPair()
    const forged = await samplePack(model, [other])
    const check = await verifyFiles(forged)
    // Whole by itself: only the fingerprint, asked for by telephone, tells.
    expect(check.whole).toBe(true)
    expect(check.fingerprints).not.toContain(fingerprintOf(pair.publicKey))
    // Signed with another key than the manifest names: no.
    expect((await verifyFiles(sign(new Map(files), other))).whole).toBe(false)
  })

  it('names the ZIP itself where only that is another: packed anew, a comment, bytes before or behind', async () => {
    const again = zipSync(Object.fromEntries(files), { level: 6 })
    const comment = Uint8Array.from(whole)
    comment[comment.length - 2] = 1
    const wrapped = [
      again,
      Buffer.concat([comment, Buffer.from('x')]),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.concat([Buffer.from('x'), whole]),
    ]
    for (const bytes of wrapped) {
      const check = await verify(new Uint8Array(bytes))
      expect(check.whole).toBe(false)
      expect(['container', 'no-pack']).toContain(check.findings[0]?.what)
    }
  })

  it('does not hold once any one bit of the ZIP is another, wherever it is', async () => {
    const next = seeded(38)
    // Every byte of the ends, where a ZIP keeps its own words, and 150 between; 60 of the pack in full.
    const all = zipOf(short)
    const ends = Array.from({ length: 120 }, (_, index) => [index, all.length - 1 - index]).flat()
    const within = (bytes: Uint8Array, count: number) =>
      Array.from({ length: count }, () => [bytes, Math.floor(next() * bytes.length)] as const)
    for (const [bytes, at] of [
      ...ends.map((at) => [all, at] as const),
      ...within(all, 150),
      ...within(whole, 60),
    ]) {
      const check = await verify(flipped(bytes, at))
      expect(check.whole, `byte ${at}`).toBe(false)
      expect(check.findings.length, `byte ${at}`).toBeGreaterThan(0)
      for (const finding of check.findings) expect(findingText(finding)).toMatch(/\.$/)
    }
  }, 60_000)

  it('is told from what is no pack at all', async () => {
    for (const bytes of [new Uint8Array(), strToU8('text'), zipSync({ 'a.txt': strToU8('a') })])
      expect((await verify(bytes)).findings).toEqual([{ path: '', what: 'no-pack' }])
    const unreadable = new Map(files).set(manifestPath, strToU8('{"format":"another"}'))
    expect((await verifyFiles(unreadable)).findings).toEqual([
      { path: manifestPath, what: 'changed' },
    ])
  })
})

describe('the row of keys', () => {
  it('leads from the key that signed to those before it, as far as each signed the next', async () => {
    const [first, second] = [newSigningPair(), newSigningPair()]
    const check = await verifyFiles(await samplePack(model, [first, second]))
    expect(check.fingerprints).toEqual([second, first].map((one) => fingerprintOf(one.publicKey)))
  })

  it('ends where a key was not signed by the one before', async () => {
    const [first, second] = [newSigningPair(), newSigningPair()]
    const made = await samplePack(model, [first, second])
    const manifest = readManifest(made.get(manifestPath) ?? new Uint8Array()) as Manifest
    const [before, now] = manifest.keys
    const forged = { ...manifest, keys: [before, { ...now, signedByPrevious: 'AAAA' }] }
    made.set(manifestPath, strToU8(canonicalJson(forged as unknown as JsonValue)))
    const check = await verifyFiles(sign(made, second))
    expect(check).toMatchObject({ whole: true, fingerprints: [fingerprintOf(second.publicKey)] })
  })
})

describe('a shareable pack', () => {
  it('is one kind alone: no record and no pseudonym in any of its files', async () => {
    const shareable = buildShareable(sampleInput(), [], contentHash).model
    const made = await samplePack(shareable, [pair])
    const check = await verifyFiles(made)
    expect(check).toMatchObject({ whole: true, manifest: { kind: 'shareable' } })
    for (const [path, bytes] of made) {
      const parts = /\.(xlsx|docx)$/.test(path) ? Object.values(unzipSync(bytes)) : [bytes]
      for (const part of parts)
        expect(strFromU8(part, true), path).not.toMatch(/\b[SMBTER]-[0-9A-Z]{5}-[0-9A-Z]{5}\b/)
    }
  })
})
