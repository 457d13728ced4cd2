import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportModelSchema } from '#domain/assurance/report-model.ts'
import { runCommand } from '../../../../../electron/command-line.ts'
import type { ReportFile } from '../../../../../electron/features/assurance/formats/report-file.ts'
import type { PackVerdict } from '../../../../../electron/features/assurance/pack/service.ts'
import { startTestUnit, type TestUnit } from '../../../../support/app.ts'

let unit: TestUnit
let reportId: string
let pack: ReportFile
beforeAll(async () => {
  unit = await startTestUnit('2026-09-20T09:00:00.000Z')
  await unit.arrive({ bed: 0, motherName: 'Jo', babyName: 'Zuzanna' })
  const input = { first: '2026-09-01', last: '2026-09-20', distribution: ['NHS England'] }
  const commissioner = unit.as('commissioner')
  ;({ reportId } = await commissioner.ok<{ reportId: string }>('assurance.makeReport', input))
  pack = await commissioner.ok<ReportFile>('assurance.pack', { reportId })
})
afterAll(() => unit.close())

/** Sends a pack in parts as the screen does. */
async function verdictOn(
  bytes: Uint8Array,
  role: 'commissioner' | 'ward-manager' = 'ward-manager',
) {
  const user = unit.as(role)
  const { partBytes, parts, uploadId } = await user.ok<{
    uploadId: string
    partBytes: number
    parts: number
  }>('assurance.startPackCheck', { bytes: bytes.length })
  let verdict: PackVerdict | null = null
  for (let part = 0; part < parts; part += 1)
    verdict = await user.ok<PackVerdict | null>('assurance.packPart', {
      uploadId,
      part,
      bytes: bytes.slice(part * partBytes, (part + 1) * partBytes),
    })
  return verdict
}

describe('a report that is sealed', () => {
  test('is whole, signed by the unit’s own pair, and holds no name', async () => {
    expect(pack.name).toMatch(/-restricted-sealed\.zip$/)
    expect(await verdictOn(pack.bytes)).toMatchObject({ whole: true, ownUnit: true, findings: [] })
    const files = unzipSync(pack.bytes)
    const model = reportModelSchema.parse(
      JSON.parse(strFromU8(files['pack.json'] ?? new Uint8Array())),
    )
    expect(model.records.length).toBeGreaterThan(0)
    for (const name of ['pack.json', 'viewer.html', 'report.html', 'manifest.json'])
      expect(strFromU8(files[name] ?? new Uint8Array())).not.toMatch(
        /Zuzanna|Jo Example|\b999\d{7}\b/,
      )
  })

  test('is the same bytes when it is sealed again', async () => {
    const again = await unit.as('commissioner').ok<ReportFile>('assurance.pack', { reportId })
    expect(Buffer.from(again.bytes).equals(Buffer.from(pack.bytes))).toBe(true)
  })

  test('is signed with the new pair once that was renewed, which leads back to the old one', async () => {
    const before = (await verdictOn(pack.bytes))?.fingerprints ?? []
    await unit.as('administrator').signIn()
    await unit.as('administrator').ok('users.renewUnitKey', { reason: 'A laptop was lost' })
    const again = await unit.as('commissioner').ok<ReportFile>('assurance.pack', { reportId })
    const verdict = await verdictOn(again.bytes)
    expect(verdict?.fingerprints).toHaveLength(2)
    expect(verdict?.fingerprints.slice(1)).toEqual(before)
    // A pack that was sealed before still holds, and is still this unit's.
    expect(await verdictOn(pack.bytes)).toMatchObject({ whole: true, ownUnit: true })
  })

  test('is told from one with a byte more', async () => {
    const longer = new Uint8Array(Buffer.concat([pack.bytes, Buffer.from('x')]))
    expect(await verdictOn(longer, 'commissioner')).toMatchObject({
      whole: false,
      findings: [{ what: 'container' }],
    })
  })

  test('stands in the audit with the hash of the very file, sealed and verified', async () => {
    const hash = createHash('sha256').update(pack.bytes).digest('hex')
    for (const action of ['pack.sealed', 'pack.verified'])
      expect(
        unit.db.rows('select seq from audit where action = @action and after_hash = @hash', {
          action,
          hash,
        }).length,
        action,
      ).toBeGreaterThan(0)
  })

  test('is sealed and verified by nobody who may not see reports', async () => {
    for (const [path, input] of [
      ['assurance.pack', { reportId }],
      ['assurance.startPackCheck', { bytes: 1 }],
    ] as const)
      expect(await unit.as('nurse').fails(path, input)).toMatchObject({ code: 'not-permitted' })
  })

  test('is verified on the command line without a store and without signing in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mbu-pack-'))
    const run = async (bytes: Uint8Array | null) => {
      const file = join(folder, 'pack.zip')
      if (bytes) writeFileSync(file, bytes)
      const said: string[] = []
      const code = await runCommand({
        folder,
        command: 'verify',
        operands: [bytes ? file : join(folder, 'no-such.zip')],
        ask: () => Promise.reject(new Error('Nothing is asked')),
        say: (text) => said.push(text),
      })
      return { code, text: said.join('\n') }
    }
    expect(await run(pack.bytes)).toMatchObject({
      code: 0,
      text: expect.stringMatching(/All \d+ files[\s\S]*Signed with: ([0-9A-F]{4} ?){8}/),
    })
    expect(await run(pack.bytes.slice(0, -30))).toMatchObject({ code: 1 })
    expect(await run(null)).toMatchObject({
      code: 1,
      text: expect.stringContaining('There is no file'),
    })
  })
})
