import { describe, expect, it } from 'vitest'
import { buildReport } from '#domain/assurance/build-report.ts'
import { concernsOf } from '#domain/assurance/print/escalated.ts'
import { reportDocument } from '#domain/assurance/print/report-document.ts'
import type { ReportInput } from '#domain/assurance/report-input.ts'
import type { Block } from '#domain/shared/print-document.ts'
import { contentHash } from '../../../../electron/features/assurance/content-hash.ts'
import { makePseudonyms } from '../../../../electron/features/assurance/pseudonyms.ts'
import { sampleInput } from '../../../support/assurance/sample-input.ts'

const model = (change: Partial<ReportInput> = {}) =>
  buildReport(sampleInput(change), {
    pseudonym: makePseudonyms(new Uint8Array(32).fill(7)).of,
    hash: contentHash,
  })
const printed = (change: Partial<ReportInput> = {}) => reportDocument(model(change))
const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'together' ? flat(block.blocks) : [block]))
const headings = (blocks: readonly Block[]) =>
  flat(blocks).flatMap((block) => (block.kind === 'heading' ? [block] : []))

describe('the printed report', () => {
  const document = printed()

  it('goes from the summary over each requirement to the annex', () => {
    const first = headings(document.blocks).filter(({ level }) => level === 1)
    expect(first.map(({ text }) => text.split('  ')[0])).toEqual([
      'Summary',
      'Method and limits',
      ...'5a 5b 5c 5d 5e 5f 5g 2d 2e 3 6 7'.split(' '),
      'Other frameworks',
      'Overrides',
      'Escalated concerns and immediate safety',
      'Unwell-baby episodes',
      'Partner and family voice',
      'Staff and culture',
      'Annex: what the figures rest on',
    ])
  })

  it('has a page for the action plan where people wrote for it, and the lists of the annex', () => {
    const written = {
      narratives: [],
      findings: [],
      actions: [],
      comments: [],
      evidence: [],
      visits: [],
    }
    const texts = headings(printed({ written }).blocks).map(({ text }) => text)
    for (const heading of [
      'Visits, audits and meetings of the period',
      'Action plan',
      'Previous actions, rolled forward',
      'Training matrix',
      'Evidence index',
      'Extract of the audit',
    ])
      expect(texts).toContain(heading)
  })

  it('leaves out of other frameworks what this report was not asked for, and names it', () => {
    const input = sampleInput()
    const requirements = input.framework.requirements.filter(({ id }) => id === '5a')
    const text = JSON.stringify(printed({ framework: { ...input.framework, requirements } }).blocks)
    expect(text).toContain('1.1.6  Senior decision')
    expect(text).toContain('Left out, because this report was not asked for their measures: 2.4.')
    expect(JSON.stringify(document.blocks)).toContain('2.4  Reflection')
  })

  it('raises what is below its floor, lowered by a person, or open and high, and nothing that was raised', () => {
    const concerns = concernsOf(model())
    expect(concerns.map(({ why }) => why).join('\n')).toMatch(/below the floor of 80 %/)
    expect(concerns).toContainEqual(
      expect.objectContaining({ requirement: '5a', why: 'Level: None' }),
    )
    expect(concerns).toContainEqual(
      expect.objectContaining({ requirement: '5d', why: '1 high-priority action open' }),
    )
    const raised = new Map([
      ['5d', { level: 'reasonable' as const, reason: 'So', byRole: 'A', secondRole: 'B' }],
    ])
    const other = concernsOf(model({ judgements: raised, openHighActions: new Map() }))
    expect(other.some(({ why }) => why.includes('lowered'))).toBe(false)
  })

  it('shows medical staff apart, bank doctors among them', () => {
    const rows = flat(document.blocks).flatMap((block) =>
      block.kind === 'table' && block.caption === 'Medical staff, shown apart' ? block.rows : [],
    )
    expect(rows.map((row) => row[0]?.text.slice(0, 4))).toContain('5b-1')
    expect(rows[0]?.[1]?.text).toMatch(/^\d+ of n \d+$/)
  })

  it('never skips a level of heading', () => {
    let before = 0
    for (const { level } of headings(document.blocks)) {
      expect(level - before).toBeLessThanOrEqual(1)
      before = level
    }
  })

  it('takes its date from the cut, not from the clock', () => {
    expect(document.date).toBe('2026-10-05')
  })

  it('gives each chart its words and each table its caption', () => {
    for (const block of flat(document.blocks)) {
      if (block.kind === 'chart') expect(block.alt.length).toBeGreaterThan(20)
      if (block.kind === 'table') {
        expect(block.caption).not.toBe('')
        for (const row of block.rows) expect(row).toHaveLength(block.columns.length)
      }
    }
  })

  it('says in the summary which level a person set, and what was computed', () => {
    const table = flat(document.blocks).find((block) => block.kind === 'table')
    const row = table?.kind === 'table' ? table.rows[0] : undefined
    expect(row?.[1]).toMatchObject({ text: 'None', tone: 'worst' })
    expect(row?.[1]?.note).toMatch(/set by safeguarding lead; computed: /)
  })

  it('marks rule sets that the unit has not approved', () => {
    const text = JSON.stringify(document.blocks)
    expect(text).toContain('Not approved by the unit: ')
    expect(text).toContain('default of the app')
  })

  it('prints forty records of a measure at most, and says how many more there are', () => {
    const input = sampleInput()
    const run = input.runs.find(({ measure }) => measure.id === '5d-3')
    const member = run?.members[0]
    if (!run || !member) throw new Error('No run')
    const members = Array.from({ length: 1043 }, (_, index) => ({
      ...member,
      key: `${index}`,
      class: 'fail' as const,
    }))
    const text = JSON.stringify(
      printed({ runs: [{ ...run, members }], judgements: new Map() }).blocks,
    )
    expect(text).toContain('1043 records that did not pass')
    expect(text).toContain('1,003 more are in the tables')
  })

  it('tells a period without episodes from a report that was not given them', () => {
    const textOf = (episodes: ReportInput['episodes']) =>
      JSON.stringify(printed({ episodes }).blocks)
    expect(textOf([])).toContain('No episode began in this period.')
    expect(textOf(null)).toContain('are not part of this report')
  })
})
