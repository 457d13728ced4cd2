import { describe, expect, it } from 'vitest'
import { buildReport } from '#domain/assurance/build-report.ts'
import type { Judgement } from '#domain/assurance/judgement.ts'
import { buildShareable } from '#domain/assurance/shareable/build-shareable.ts'
import { type WrittenModel, withheldTexts } from '#domain/assurance/written/written-model.ts'
import { contentHash } from '../../../../../electron/features/assurance/content-hash.ts'
import { formatNames } from '../../../../../electron/features/assurance/formats/formats.ts'
import { makePseudonyms } from '../../../../../electron/features/assurance/pseudonyms.ts'
import { sampleInput } from '../../../../support/assurance/sample-input.ts'
import { squeezed, wordsOf } from '../../../../support/assurance/words-of.ts'

const cleared = (text: string) => ({ text, withheld: false })
const kept = { text: 'withheld: free text that nobody has cleared', withheld: true }

const said = {
  whole: 'A quarter with two nurses fewer than planned, & four arrivals in one night.',
  narrative: 'Supervision was renewed late on 6 of 40 nights <all in July>.',
  finding: 'Night staff knew each baby’s level without looking it up.',
  action: 'A second nurse checks the review times at every handover.',
  impact: 'None was late since September.',
  seen: 'Saw: a handover at night',
  done: 'Minutes of the ward meeting of 28 September.',
  earlier: 'Drills on nights are held each quarter.',
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
  visits: [
    {
      kind: 'quality-visit',
      plannedOn: '2026-08-12',
      heldOn: '2026-08-12',
      calledOff: false,
      text: cleared(said.seen),
    },
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
      id: 'A1',
      requirement: '5e',
      what: cleared(said.earlier),
      evidence: null,
      impact: null,
      owner: 'Consultant',
      dueOn: '2026-06-30',
      doneOn: null,
      high: false,
      status: 'overdue',
      verifiedBy: null,
      verifiedOn: null,
      retestOn: null,
      retestedOn: null,
      earlier: true,
    },
    {
      evidence: cleared(said.done),
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
