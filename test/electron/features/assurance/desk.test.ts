import { randomUUID } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportFile } from '../../../../electron/features/assurance/formats/report-file.ts'
import { canonicalJson } from '../../../../electron/platform/store/canonical.ts'
import { newSigningPair, signWith } from '../../../../electron/platform/store/signing-pair.ts'
import {
  caller,
  startBareApp,
  startTestUnit,
  type TestUnit,
  testPassword,
} from '../../../support/app.ts'

const start = '2026-10-20T09:00:00.000Z'
const september = { first: '2026-07-01', last: '2026-09-30', distribution: ['NHS England'] }
const october = { first: '2026-10-01', last: '2026-10-20', distribution: ['NHS England'] }

let unit: TestUnit
let desk: ReturnType<typeof startBareApp>
let window: ReturnType<typeof caller>
let administrator: ReturnType<typeof caller>
let packs: Record<'september' | 'october' | 'shareable', Uint8Array>

interface Taken {
  check: { whole: boolean; findings: { what: string; path: string }[] }
  packId: string | null
  key: string | null
}
interface View {
  fingerprint: string
  packs: { id: string; unitName: string; period: string; key: string; notes: number }[]
}

async function send(bytes: Uint8Array, by = window): Promise<Taken> {
  const { partBytes, parts, uploadId } = await by.ok<{
    uploadId: string
    partBytes: number
    parts: number
  }>('desk.startPack', { bytes: bytes.length })
  let taken: Taken | null = null
  for (let part = 0; part < parts; part += 1)
    taken = await by.ok<Taken | null>('desk.packPart', {
      uploadId,
      part,
      bytes: bytes.slice(part * partBytes, (part + 1) * partBytes),
    })
  if (!taken) throw new Error('Nothing was answered')
  return taken
}

const view = () => window.ok<View>('desk.view')
const packOf = async (period: RegExp) =>
  (await view()).packs.find((one) => period.test(one.period))?.id ?? ''

async function sealed(input: object): Promise<Uint8Array> {
  const manager = unit.as('ward-manager')
  const { reportId } = await manager.ok<{ reportId: string }>('assurance.makeReport', input)
  return (await manager.ok<ReportFile>('assurance.pack', { reportId })).bytes
}

beforeAll(async () => {
  unit = await startTestUnit(start)
  packs = {
    september: await sealed(september),
    october: await sealed(october),
    shareable: await sealed({ ...september, disclosure: 'shareable' }),
  }
  desk = startBareApp(start)
  const first = caller(desk.app, randomUUID())
  const person = { name: 'C. Abara', signInName: 'c.abara', password: testPassword }
  const setUp = {
    desk: { name: 'South East quality team', organisation: 'NHS England' },
    administrator: { ...person, name: 'A. Desk', signInName: 'a.desk' },
    commissioner: person,
  }
  expect(
    (
      await first.fails('setup.createDesk', {
        ...setUp,
        commissioner: { ...person, signInName: 'a.desk' },
      })
    ).fields?.[0]?.field,
  ).toBe('commissioner.signInName')
  await first.ok('setup.createDesk', setUp)
  window = caller(desk.app, randomUUID())
  await window.ok('session.signIn', { signInName: 'c.abara' }, { password: testPassword })
  administrator = caller(desk.app, randomUUID())
  await administrator.ok('session.signIn', { signInName: 'a.desk' }, { password: testPassword })
}, 120_000)
afterAll(() => {
  unit.close()
  desk.close()
})

describe('a commissioner’s desk', () => {
  it('is the app opened without a unit, and says so; the desk’s administrator reads no pack', async () => {
    expect(await window.ok('session.me')).toMatchObject({ place: 'desk', role: 'commissioner' })
    expect(await unit.as('commissioner').ok('session.me')).toMatchObject({ place: 'unit' })
    expect((await view()).packs).toEqual([])
    expect((await administrator.fails('desk.view')).code).toBe('not-permitted')
    expect((await unit.as('commissioner').fails('desk.view')).message).toContain('unit’s record')
    expect((await unit.as('commissioner').fails('desk.startPack', { bytes: 10 })).code).toBe('held')
  })

  it('takes in what is as it was sealed, once, and names what is not', async () => {
    const changed = packs.october.slice()
    const at = Math.floor(changed.length / 2)
    changed[at] = (changed[at] ?? 0) ^ 1
    const refused = await send(changed)
    expect(refused).toMatchObject({ check: { whole: false }, packId: null })
    expect(refused.check.findings.length).toBeGreaterThan(0)
    expect((await view()).packs).toEqual([])

    expect(await send(packs.october)).toMatchObject({
      check: { whole: true, findings: [] },
      key: 'not-confirmed',
    })
    const again = await window.ok<{ uploadId: string }>('desk.startPack', {
      bytes: packs.october.length,
    })
    const reply = await window.fails('desk.packPart', {
      uploadId: again.uploadId,
      part: 0,
      bytes: packs.october,
    })
    expect(reply.code).toBe(packs.october.length > 1024 * 1024 ? 'invalid' : 'held')
    await send(packs.september)
    await send(packs.shareable)
    expect((await view()).packs).toHaveLength(3)
  })

  it('knows a unit’s key once somebody there has given its fingerprint', async () => {
    const packId = await packOf(/Oct/)
    const confirm = { packId, confirmedBy: 'Ward manager, by telephone', confirmedOn: '2026-10-20' }
    expect(
      (await window.fails('desk.confirmKey', { ...confirm, confirmedOn: '2026-10-21' })).fields?.[0]
        ?.field,
    ).toBe('confirmedOn')
    await window.ok('desk.confirmKey', confirm)
    expect((await view()).packs.map(({ key }) => key)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ])
  })

  it('compares periods side by side, every rate with its n, and never by rank', async () => {
    const packIds = [await packOf(/July/), await packOf(/Oct/)]
    const { packs: heads, rows } = await window.ok<{
      packs: { id: string }[]
      rows: { measure: string | null; cells: { text: string; but: string | null }[] }[]
    }>('desk.compare', { packIds })
    expect(heads.map(({ id }) => id)).toEqual(packIds)
    const figures = rows.filter(({ measure }) => measure !== null)
    expect(figures.length).toBeGreaterThan(40)
    for (const { cells } of figures)
      for (const { text } of cells) expect(text).toMatch(/ of n |^no records$|^not in this report$/)
    expect((await window.fails('desk.compare', { packIds: [] })).fields?.[0]?.message).toContain(
      'at least one',
    )
  })

  it('exports what it compares as a regional summary', async () => {
    const packIds = (await view()).packs.map(({ id }) => id)
    const file = await window.ok<ReportFile>('desk.summary', { packIds })
    const book = await readXlsx(file.bytes)
    expect(book.sheets.map(({ name }) => name)).toEqual([
      'Packs',
      'Comparison',
      'Figures',
      'Desk-levels',
      'Findings',
    ])
    expect(book.sheets[0]?.rows).toHaveLength(4)
    const [head = [], ...figures] = book.sheets[2]?.rows ?? []
    const cell = (row: readonly unknown[], name: string) => row[head.indexOf(name)]
    expect(figures.length).toBeGreaterThan(100)
    for (const row of figures) {
      if (cell(row, 'Rate') === null) expect(cell(row, 'Status')).not.toBe('')
      else expect(cell(row, 'n')).toEqual(expect.any(Number))
    }
    expect(figures.some((row) => cell(row, 'Status') === 'withheld')).toBe(true)
  })
})

describe('the regional summary', () => {
  it('can be stopped, and nothing of it is kept', async () => {
    const packIds = (await view()).packs.map(({ id }) => id)
    const made = window.fails('desk.summary', { packIds })
    while ((await window.ok('assurance.making')) === null)
      await new Promise((later) => setTimeout(later, 1))
    expect(await window.ok('assurance.stopMaking')).toEqual({ stopped: true })
    expect((await made).message).toContain('Stopped')
    const rows = desk.app.house.read().rows("select 1 from audit where action like 'desk.summary%'")
    expect(await window.ok('assurance.making')).toBeNull()
    const count = rows.length
    await window.ok('desk.summary', { packIds })
    const after = desk.app.house
      .read()
      .rows("select 1 from audit where action like 'desk.summary%'")
    expect(after).toHaveLength(count + 1)
  })
})

describe('a signed reply', () => {
  let text: string
  const read = (given: string) =>
    unit
      .as('ward-manager')
      .ok<{ fingerprint: string; knownKey: boolean }>('desk.readReply', { text: given })

  it('needs something to say, and holds the findings and levels of one report', async () => {
    const packId = await packOf(/Oct/)
    expect((await window.fails('desk.reply', { packId })).message).toContain('Nothing is written')
    expect(
      (
        await window.fails('desk.addFinding', {
          packId,
          requirement: '9z',
          kind: 'finding',
          words: 'Late',
        })
      ).fields?.[0]?.field,
    ).toBe('requirement')
    await window.ok('desk.addFinding', {
      packId,
      requirement: '5e',
      kind: 'recommendation',
      words: 'Hold a drill at night.',
    })
    await window.ok('desk.setLevel', {
      packId,
      requirement: '5e',
      level: 'limited',
      words: 'Too few episodes to tell.',
    })
    const file = await window.ok<ReportFile>('desk.reply', { packId })
    text = new TextDecoder().decode(file.bytes)
    expect(file.name).toMatch(/^reply-zz1-2026-10-01-to-2026-10-20-/)
  })

  it('is refused where a letter of it was changed, where it is no reply, and on a desk', async () => {
    const fails = async (given: string) =>
      (await unit.as('ward-manager').fails('desk.readReply', { text: given })).message
    expect(await fails(text.replace('at night', 'by night'))).toContain(
      'changed after it was signed',
    )
    expect(await fails('{}')).toContain('not a reply')
    expect(await fails('no json')).toContain('not a reply')
    expect((await window.fails('desk.takeReply', { text, confirmedBy: 'C. Abara' })).code).toBe(
      'not-permitted',
    )
  })

  it.each(['findings', 'levels'] as const)(
    'is refused with %s of a requirement that the unit does not have',
    async (list) => {
      const { reply } = JSON.parse(text)
      const own = newSigningPair()
      const keys = [{ publicKey: own.publicKey, signedByPrevious: null }]
      const strange = { ...reply, keys, [list]: [{ ...reply[list][0], requirement: '9z' }] }
      const signature = signWith(own.privateKey, Buffer.from(canonicalJson(strange)))
      const failure = await unit.as('ward-manager').fails('desk.takeReply', {
        text: JSON.stringify({ reply: strange, signature }),
        confirmedBy: 'C. Abara',
      })
      expect(failure.message).toContain('speaks of 9z, which this unit does not have')
    },
  )

  it('becomes a visit whose findings actions answer, and a level beside the unit’s own', async () => {
    expect(await read(text)).toMatchObject({
      fingerprint: (await view()).fingerprint,
      knownKey: false,
    })
    const { visitId } = await unit
      .as('ward-manager')
      .ok<{ visitId: string }>('desk.takeReply', { text, confirmedBy: 'C. Abara, by letter' })
    const { visits } = await unit
      .as('ward-manager')
      .ok<{ visits: { recordId: string; title: string; findings: { words: string }[] }[] }>(
        'oversight.visits',
      )
    const visit = visits.find(({ recordId }) => recordId === visitId)
    expect(visit?.title).toContain('South East quality team')
    expect(visit?.findings.map(({ words }) => words)).toEqual(['Hold a drill at night.'])
    const { requirement } = await unit
      .as('ward-manager')
      .ok<{ requirement: { commissioner: { level: string; reason: string } } }>(
        'assurance.requirement',
        { first: october.first, last: october.last, requirement: '5e' },
      )
    expect(requirement.commissioner).toMatchObject({
      level: 'limited',
      reason: 'Too few episodes to tell.',
    })
    expect(
      (await unit.as('ward-manager').fails('desk.takeReply', { text, confirmedBy: 'x y' })).message,
    ).toContain('already')
    expect(await read(text)).toMatchObject({ knownKey: true })
  })

  it('is for the unit that made the report, and for no other', async () => {
    const other = await startTestUnit(start, 'another')
    try {
      expect((await other.as('ward-manager').fails('desk.readReply', { text })).message).toContain(
        'another unit',
      )
    } finally {
      other.close()
    }
  })
})
