import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import type { PrintDocument } from '#domain/shared/print-document.ts'
import { makeDocx } from '../../../../electron/platform/docx/make-docx.ts'

afterEach(() => vi.useRealTimers())

const chart = (width: number) => ({
  kind: 'chart' as const,
  caption: 'Chart',
  alt: 'Two of three',
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`,
})

const printed: PrintDocument = {
  title: 'A report',
  date: '2026-11-20',
  marking: 'OFFICIAL-SENSITIVE',
  footer: 'Rowan Unit',
  cover: {
    kicker: 'k',
    title: 't',
    subtitle: 's',
    facts: [{ label: 'a', text: 'b' }],
    notice: 'n',
  },
  blocks: [
    { kind: 'heading', level: 1, text: 'Heading' },
    { kind: 'list', items: ['one', 'two'] },
    chart(10),
    { kind: 'list', items: ['three'] },
    chart(20),
  ],
}

test('the same document is the same file, whenever and however often it is made', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00Z') })
  const first = await makeDocx(printed, 'MBU Assurance')
  vi.setSystemTime(new Date('2031-02-01T17:30:11Z'))
  const second = await makeDocx(printed, 'MBU Assurance')
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  const other = await makeDocx({ ...printed, title: 'Another' }, 'MBU Assurance')
  expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false)
})

test('its properties say the day of what it reports, and its drawings are numbered from 1', async () => {
  const parts = unzipSync(await makeDocx(printed, 'MBU Assurance'))
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  expect(text('docProps/core.xml').match(/2026-11-20T00:00:00Z/g)).toHaveLength(2)
  expect(
    [...text('word/document.xml').matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id),
  ).toEqual(['1', '2'])
  expect(Object.keys(parts)[0]).toBe('[Content_Types].xml')
})
