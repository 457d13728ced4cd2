import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildReport } from '#domain/assurance/build-report.ts'
import { manifestPath, modelPath, signaturePath } from '#domain/assurance/pack/container.ts'
import { manifestOf } from '#domain/assurance/pack/manifest.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { contentHash } from '../../electron/features/assurance/content-hash.ts'
import type { ReportFile } from '../../electron/features/assurance/formats/report-file.ts'
import { makePseudonyms } from '../../electron/features/assurance/pseudonyms.ts'
import { canonicalJson, type JsonValue } from '../../electron/platform/store/canonical.ts'
import { newSigningPair } from '../../electron/platform/store/signing-pair.ts'
import { caller, startBareApp, testPassword } from '../support/app.ts'
import { sampleInput } from '../support/assurance/sample-input.ts'
import { samplePack, sign, zipOf } from '../support/assurance/sample-pack.ts'
import { compared, report, sideBySide, timed } from './measure.ts'

const units = 22
const years = 10
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

const textOf = (value: unknown) => new TextEncoder().encode(canonicalJson(value as JsonValue))

/**
 * A sealed pack of every unit and year: each with its own model, manifest and signature. Pages and tables are
 * those of the first, for they are hashed and not read: making 220 of them would take half an hour.
 */
async function putPacks(folder: string): Promise<{ packs: number; bytes: number }> {
  const tools = { pseudonym: makePseudonyms().of, hash: contentHash }
  const [first, pair] = [buildReport(sampleInput(), tools), newSigningPair()]
  const shared = await samplePack(first, [pair])
  let bytes = 0
  for (let unit = 0; unit < units; unit += 1) {
    const own = newSigningPair()
    const keys = [{ publicKey: own.publicKey, signedByPrevious: null }]
    for (let year = 2016; year < 2016 + years; year += 1) {
      const period = periodOfDays(`${year}-01-01`, `${year}-12-31`)
      const name = `Unit ${String(unit + 1).padStart(2, '0')}`
      const head = { name, provider: 'Invented', odsCode: `ZZ${unit}`, region: null }
      const { contentHash: _, ...content } = {
        ...first,
        cover: { ...first.cover, unit: head, period: { ...first.cover.period, ...period } },
      }
      const model = { ...content, contentHash: contentHash(content) }
      const files = new Map(shared).set(modelPath, textOf(model))
      files.delete(manifestPath)
      files.delete(signaturePath)
      const listed = [...files].map(([path, part]) => ({
        path,
        bytes: part.length,
        sha256: createHash('sha256').update(part).digest('hex'),
      }))
      files.set(manifestPath, textOf(manifestOf(model, keys, listed)))
      const path = join(folder, `${name}-${year}.zip`)
      writeFileSync(path, zipOf(sign(files, own)))
      bytes += statSync(path).size
    }
  }
  return { packs: units * years, bytes }
}

/** 22 units over ten years on one desk: taken in, listed, compared, and as one workbook. */
export async function benchDesk(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mbu-bench-desk-'))
  const desk = startBareApp('2026-11-23T14:00:00.000Z')
  try {
    const { packs, bytes } = await putPacks(folder)
    const person = { name: 'C. Abara', signInName: 'c.abara', password: testPassword }
    await caller(desk.app, 'first').ok('setup.createDesk', {
      desk: { name: 'National team', organisation: 'NHS England' },
      administrator: { ...person, name: 'A. Desk', signInName: 'a.desk' },
      commissioner: person,
    })
    const window = caller(desk.app, 'bench')
    await window.ok('session.signIn', { signInName: 'c.abara' }, { password: testPassword })
    const hashed = timed(() => {
      for (const name of readdirSync(folder))
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')
    })
    const started = performance.now()
    const { lines } = await window.ok<{ lines: { outcome: string }[] }>('desk.takeFolder', {
      folder,
    })
    const taken = performance.now() - started
    const whole = lines.filter(({ outcome }) => outcome === 'taken-in').length
    if (whole !== packs) throw new Error(`Only ${whole} of ${packs} packs were taken in`)
    const view = () => window.ok<{ packs: { id: string }[] }>('desk.view')
    const ids = (await view()).packs.map(({ id }) => id)
    let size = 0
    const clocked = async (act: () => Promise<unknown>) => {
      const from = performance.now()
      await act()
      return performance.now() - from
    }
    const runs = await sideBySide(
      [
        {
          name: 'the levels and figures of every pack, parsed as JSON',
          run: () => {
            const models = desk.app.house
              .read()
              .rows<{ model: Buffer }>('select model from received_pack')
            return timed(() => models.map(({ model }) => JSON.parse(model.toString('utf8'))))
          },
        },
        { name: 'the list of the desk', run: () => clocked(view) },
        {
          name: 'sixty packs side by side',
          run: () => clocked(() => window.ok('desk.compare', { packIds: ids.slice(0, 60) })),
        },
        {
          name: 'the regional summary of all, as a workbook',
          run: () =>
            clocked(async () => {
              const file = await window.ok<ReportFile>('desk.summary', { packIds: ids })
              size = file.bytes.length
            }),
        },
      ],
      3,
    )
    return [
      `Packs: ${packs}, ${units} units over ${years} years, ${mb(bytes)}; workbook ${mb(size)}`,
      report(
        'A desk: taking in a folder (ratio to reading and hashing the same bytes once)',
        compared([
          { name: 'read and SHA-256 of every pack', rounds: [hashed] },
          { name: 'verified, signature and every file, and taken in', rounds: [taken] },
        ]),
      ),
      report(
        'A desk: the same packs compared and exported (ratio to parsing them)',
        compared(runs),
      ),
    ].join('\n')
  } finally {
    desk.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
