import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessRequirements, buildReport, isIntact } from '#domain/assurance/build-report.ts'
import { measureIds } from '#domain/assurance/catalogue.ts'
import { figureOf, type Member, memberClasses } from '#domain/assurance/measure.ts'
import { measuresOfReport, reportModelSchema } from '#domain/assurance/report-model.ts'
import { noRecordsYet } from '#domain/assurance/report-words.ts'
import { contentHash } from '../../../electron/features/assurance/content-hash.ts'
import { makePseudonyms } from '../../../electron/features/assurance/pseudonyms.ts'
import { quarters, sampleInput } from '../../support/assurance/sample-input.ts'

const tools = (key = 7) => ({
  pseudonym: makePseudonyms(new Uint8Array(32).fill(key)).of,
  hash: contentHash,
})
const input = sampleInput()
const model = buildReport(input, tools())
const measureOf = (id: string, from = model) => {
  const found = measuresOfReport(from).find(({ measure }) => measure.id === id)
  if (!found) throw new Error(`No measure ${id}`)
  return found.measure
}
const requirementOf = (id: string, from = model) => {
  const found = from.requirements.find((requirement) => requirement.id === id)
  if (!found) throw new Error(`No requirement ${id}`)
  return found
}

describe('the report model', () => {
  it('is the same for the same input and key, and changes with either', () => {
    expect(buildReport(sampleInput(), tools())).toEqual(model)
    expect(buildReport(sampleInput(), tools(8)).contentHash).not.toBe(model.contentHash)
    expect(buildReport(sampleInput({ version: 3 }), tools()).contentHash).not.toBe(
      model.contentHash,
    )
  })

  it('has the same figures and levels as the table on the screen, which lists no records', () => {
    const assessed = assessRequirements(sampleInput())
    const withoutMembers = JSON.parse(
      JSON.stringify(model.requirements, (key, value) => (key === 'members' ? [] : value)),
    )
    expect(assessed).toEqual(withoutMembers)
  })

  it('knows when it was changed after it was made', () => {
    expect(isIntact(model, contentHash)).toBe(true)
    const changed = structuredClone(model)
    const measure = changed.requirements[0]?.linesOfEnquiry[0]?.measures[0]
    if (measure) measure.figure.pass += 1
    expect(isIntact(changed, contentHash)).toBe(false)
  })

  it('survives its own JSON and holds whole numbers only', () => {
    expect(reportModelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model)
    JSON.stringify(model, (_, value) => {
      if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
      return value
    })
  })

  it('has every measure of the catalogue once, and each figure is the count of its records', () => {
    const measures = measuresOfReport(model).map(({ measure }) => measure)
    expect(measures.map((measure) => measure.id).toSorted()).toEqual([...measureIds].toSorted())
    for (const { figure, members, groups } of measures) {
      const again = figureOf(
        members.map((member) => ({ ...member, key: member.id, at: '', group: '', records: [] })),
      )
      expect(figure).toMatchObject({
        pass: again.pass,
        fail: again.fail,
        incomplete: again.incomplete,
        notEligible: again.notEligible,
        overridden: again.overridden,
      })
      if (groups.length > 0) {
        const sum = groups.reduce((total, group) => total + group.figure.population, 0)
        expect(sum).toBe(figure.population)
      }
    }
  })

  it('says not tested, and never 100 %, where there are no records', () => {
    const measure = measureOf('5f-1')
    expect(measure).toMatchObject({ version: null, level: 'not-tested', reason: noRecordsYet })
    expect(measure.figure).toMatchObject({ population: 0, rateTenths: null })
    expect(requirementOf('5f').level).toBe('not-tested')
  })

  it('says which safety-critical measure keeps a requirement from a level', () => {
    expect(requirementOf('5e')).toMatchObject({ level: 'not-tested', leading: '5e-3' })
    expect(requirementOf('5e').reason).toContain('5e-3')
  })

  it('rounds a rate down, so that it never seems to reach a level that it does not', () => {
    const run = input.runs.find(({ measure }) => measure.id === '5a-1')
    if (!run) throw new Error('No run')
    const base = run.members[0]
    if (!base) throw new Error('No member')
    const members = Array.from(
      { length: 10_000 },
      (_, index): Member => ({
        ...base,
        key: `${index}`,
        class: index < 9499 ? 'pass' : 'fail',
      }),
    )
    const made = buildReport(
      sampleInput({ runs: [{ ...run, members }], judgements: new Map() }),
      tools(),
    )
    expect(measureOf('5a-1', made)).toMatchObject({
      level: 'reasonable',
      figure: { rateTenths: 949 },
    })
  })

  it('lists periods oldest first, this one last, and compares with the one before', () => {
    const { trend, figure } = measureOf('5d-3')
    expect(trend.map((point) => point.label)).toEqual([
      'Jul–Sep 25',
      'Oct–Dec 25',
      'Jan–Mar 26',
      'Apr–Jun 26',
      'Jul–Sep 26',
    ])
    expect(trend.at(-1)).toMatchObject({ pass: figure.pass, rateTenths: figure.rateTenths })
    expect(requirementOf('5d').trend.earlier?.label).toBe('Apr–Jun 26')
    const alone = buildReport(sampleInput({ earlier: [] }), tools())
    expect(requirementOf('5d', alone).trend).toEqual({ direction: 'first', earlier: null })
  })

  it('does not compare figures of two versions of a measure', () => {
    const older = input.runs.map((run) => ({ ...run, measure: { ...run.measure, version: 2 } }))
    const period = quarters[3]
    if (!period) throw new Error('No quarter')
    const made = buildReport(sampleInput({ earlier: [{ period, runs: older }] }), tools())
    expect(measureOf('5d-3', made).trend).toHaveLength(1)
  })

  it('prints the computed level and the reason beside a level that a person set', () => {
    const requirement = requirementOf('5a')
    expect(requirement.level).toBe('none')
    expect(requirement.computedLevel).not.toBe('none')
    expect(requirement.judgement?.reason).toContain('partner authority')
  })

  it('lets a level that one person set stand no more where it would now raise the computed one', () => {
    const judgements = new Map([
      [
        '5f',
        {
          level: 'substantial' as const,
          reason: 'Because',
          byRole: 'Ward manager',
          secondRole: null,
        },
      ],
    ])
    const requirement = requirementOf('5f', buildReport(sampleInput({ judgements }), tools()))
    expect(requirement.judgement).toBeNull()
    expect(requirement.level).toBe(requirement.computedLevel)
    expect(requirement.reason).toContain('stands no more')
  })

  it('lowers a level whose newest event is older than ninety days at the cut', () => {
    const late = sampleInput({ cut: { at: '2027-03-01T08:00:00.000Z', auditSeq: 90_000 } })
    expect(requirementOf('5d', buildReport(late, tools())).reason).toContain('older than 90 days')
  })

  it('judges the age of a stay by when its counted part ended, not by when it began', () => {
    const run = input.runs.find(({ measure }) => measure.id === '5d-4')
    const three = input.runs.find(({ measure }) => measure.id === '5d-3')
    if (!run || !three) throw new Error('No run')
    const old = (member: Member): Member => ({
      ...member,
      class: 'pass',
      at: '2026-01-01T00:00:00.000Z',
    })
    const runs = [
      {
        ...run,
        members: run.members.map((member) => ({
          ...old(member),
          until: '2026-09-30T00:00:00.000Z',
        })),
      },
      { ...three, members: three.members.map(old) },
    ]
    const made = buildReport(
      sampleInput({
        runs: [...runs, passing('5d-5')],
        openHighActions: new Map(),
        judgements: new Map(),
      }),
      tools(),
    )
    expect(requirementOf('5d', made)).toMatchObject({ level: 'substantial' })
  })

  function passing(id: string) {
    const like = input.runs.find(({ measure }) => measure.id === '5d-3')
    if (!like) throw new Error('No run')
    return {
      measure: { ...like.measure, id },
      members: like.members.map((member) => ({
        ...member,
        class: 'pass' as const,
        at: '2026-01-01T00:00:00.000Z',
      })),
    }
  }

  it('tells a step that was not yet due at the cut from one that was not taken', () => {
    const episode = input.episodes?.[0]
    if (!episode) throw new Error('No episode')
    const steps = [
      { what: 'Help reached', at: null, limitAt: '2026-10-05T09:00:00.000Z' },
      { what: 'Seen', at: null, limitAt: '2026-10-05T07:00:00.000Z' },
      { what: 'Debrief', at: null, limitAt: null },
    ]
    const made = buildReport(sampleInput({ episodes: [{ ...episode, steps }] }), tools())
    expect(made.episodes?.[0]?.steps.map((step) => step.inTime)).toEqual([null, false, null])
  })

  it('adds up over any members', () => {
    const run = input.runs.find(({ measure }) => measure.id === '5d-3')
    if (!run) throw new Error('No run')
    const member = fc.record({
      class: fc.constantFrom(...memberClasses),
      quantity: fc.nat(5000),
      overridden: fc.boolean(),
      group: fc.constantFrom('Inside', 'Outside'),
      at: fc
        .integer({ min: 0, max: 90 })
        .map((days) => new Date(Date.UTC(2026, 6, 1 + days)).toISOString()),
    })
    fc.assert(
      fc.property(fc.array(member, { maxLength: 30 }), (drawn) => {
        const members = drawn.map((one, index) => ({
          ...one,
          key: `${index}`,
          reason: 'So it is.',
          records: [],
        }))
        const { figure, members: listed } = measureOf(
          '5d-3',
          buildReport(
            sampleInput({
              runs: [{ ...run, members }],
              earlier: [],
              episodes: null,
              judgements: new Map(),
            }),
            tools(),
          ),
        )
        expect(listed).toHaveLength(members.length)
        expect(figure.pass + figure.fail + figure.incomplete + figure.notEligible).toBe(
          figure.population,
        )
      }),
      { numRuns: 60 },
    )
  })
})
