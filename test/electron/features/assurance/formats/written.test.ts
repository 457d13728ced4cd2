import { strFromU8, unzipSync } from 'fflate'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { type AnyReport, readReport } from '#domain/assurance/any-report.ts'
import { buildReport } from '#domain/assurance/build-report.ts'
import type { Judgement } from '#domain/assurance/judgement.ts'
import { buildShareable } from '#domain/assurance/shareable/build-shareable.ts'
import { type WrittenModel, withheldTexts } from '#domain/assurance/written/written-model.ts'
import { contentHash } from '../../../../../electron/features/assurance/content-hash.ts'
import {
  type FormatName,
  formatNames,
  makeReportFile,
} from '../../../../../electron/features/assurance/formats/formats.ts'
import { makePseudonyms } from '../../../../../electron/features/assurance/pseudonyms.ts'
import { readHtml } from '../../../../support/assurance/read-html.ts'
import { sampleInput } from '../../../../support/assurance/sample-input.ts'
import { readPdf, spaced } from '../../../../support/read-pdf.ts'

const cleared = (text: string) => ({ text, withheld: false })
const kept = { text: 'withheld: free text that nobody has cleared', withheld: true }

const said = {
  whole: 'A quarter with two nurses fewer than planned, & four arrivals in one night.',
  narrative: 'Supervision was renewed late on 6 of 40 nights <all in July>.',
  finding: 'Night staff knew each baby’s level without looking it up.',
  action: 'A second nurse checks the review times at every handover.',
  impact: 'None was late since September.',
  evidence: 'Supervision procedure; revision 4; kept: policy library',
  hash: 'ab'.repeat(32),
  comment: 'The meeting of 4 August was not counted.',
  answer: 'It was recorded a day late and is counted now.',
  commissioner: 'The visit found the practice better than the record of it.',
}

const written: WrittenModel = {
  narratives: [
    { requirement: null, revision: 1, text: cleared(said.whole) },
    { requirement: '5a', revision: 1, text: kept },
    { requirement: '5d', revision: 3, text: cleared(said.narrative) },
  ],
  findings: [
    {
      requirement: '5d',
      kind: 'strength',
      visit: 'Quality visit of NHS England',
      heldOn: '2026-08-12',
      text: cleared(said.finding),
    },
  ],
  actions: [
    {
      requirement: '5d',
      what: cleared(said.action),
      impact: cleared(said.impact),
      dueOn: '2026-09-30',
      high: true,
      status: 'awaiting-verification',
    },
  ],
  evidence: [
    {
      requirements: ['5d', '5e'],
      kind: 'policy',
      text: cleared(said.evidence),
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
      reviewDue: '2026-12-31',
      hash: 'ab'.repeat(32),
      fault: null,
    },
  ],
  comments: [
    {
      requirement: '5d',
      office: 'NHS England, South East',
      text: cleared(said.comment),
      outcome: 'changed',
      answer: cleared(said.answer),
    },
  ],
}

const commissionerLevels = new Map<string, Judgement>([
  [
    '5d',
    { level: 'substantial', reason: said.commissioner, byRole: 'Commissioner', secondRole: null },
  ],
])
const input = sampleInput({ written, commissionerLevels })
const restricted = buildReport(input, {
  pseudonym: makePseudonyms(new Uint8Array(32).fill(7)).of,
  hash: contentHash,
})
const shareable = buildShareable(input, [], contentHash).model

/** The words of a file, whatever its format, on one line. */
async function wordsOf(model: AnyReport, format: FormatName): Promise<string> {
  const { bytes } = await makeReportFile(format, model)
  switch (format) {
    case 'pdf':
      return spaced((await readPdf(bytes)).text)
    case 'html':
      return readHtml(bytes).text
    case 'xlsx':
      return spaced((await readXlsx(bytes)).sheets.flatMap(({ rows }) => rows.flat()).join(' '))
    case 'csv':
      return spaced(
        Object.values(unzipSync(bytes))
          .flatMap((part) => (parseCsv(strFromU8(part)) as string[][]).flat())
          .join(' '),
      )
    case 'docx': {
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
      const runs = [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map((found) => found[1]).join(' ')
      return spaced(runs.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    }
    case 'json':
      return JSON.stringify(readReport(JSON.parse(strFromU8(bytes))))
  }
}

// Lines of a page are broken where they fit, so a word may be parted from its neighbour by more than a space.
const squeezed = (text: string) => text.replace(/[\s\u00ad]+/g, '')

describe('what people wrote', () => {
  it.each(formatNames)(
    'stands in %s of the restricted report, word for word',
    async (format) => {
      const words = squeezed(await wordsOf(restricted, format))
      for (const text of Object.values(said)) expect(words, text).toContain(squeezed(text))
      expect(words).toContain(squeezed(kept.text))
    },
    60_000,
  )

  it.each(formatNames)(
    'stands in %s of the shareable report, but for the reason of a level',
    async (format) => {
      const words = squeezed(await wordsOf(shareable, format))
      const { commissioner, ...shared } = said
      for (const text of Object.values(shared)) expect(words, text).toContain(squeezed(text))
      expect(words).not.toContain(squeezed(commissioner))
      expect(words).toContain(squeezed(kept.text))
    },
    60_000,
  )

  it('counts what is withheld of it', () => {
    expect(withheldTexts(written)).toBe(1)
  })

  it('is part of what the content hash is made over', () => {
    const other = buildShareable(
      { ...input, written: { ...written, narratives: [] } },
      [],
      contentHash,
    )
    expect(other.model.contentHash).not.toBe(shareable.contentHash)
  })
})
