import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RequirementModel } from '#domain/assurance/report-model.ts'
import { startTestUnit, type TestUnit } from '../../../support/app.ts'
import { openedMeasure } from '../../../support/assurance/opened.ts'
import { wholeDecision } from '../../../support/supervision.ts'
import { actsOn } from '../unwell-baby/acting.ts'

let unit: TestUnit
beforeEach(async () => {
  unit = await startTestUnit()
})
afterEach(() => unit.close())

interface View {
  pieces: {
    recordId: string
    version: number
    title: string
    fault: { because: string } | null
    pinnedVersion: number | null
  }[]
  requirements: { id: string; pieces: number; counting: number }[]
  pinnable: { type: string; id: string; title: string }[]
}

const manager = () => unit.as('ward-manager')
const view = () => manager().ok<View>('oversight.evidence')
const policy = (change: object = {}) => ({
  title: 'Supervision policy',
  kind: 'policy',
  requirements: ['5d', '5e'],
  ownerId: unit.as('nurse').staffId,
  effectiveFrom: '2026-01-01',
  reviewDue: '2027-01-01',
  document: {
    revision: '4',
    fileHash: 'a'.repeat(64),
    fileName: 'supervision-policy.pdf',
    keptAt: 'Policy library of the trust',
  },
  ...change,
})
const figure = async () => {
  const { requirement } = await manager().ok<{ requirement: RequirementModel }>(
    'assurance.requirement',
    { first: '2026-11-01', last: '2026-11-30', requirement: '5g' },
  )
  return requirement.linesOfEnquiry
    .flatMap(({ measures }) => measures)
    .find(({ id }) => id === '5g-3')?.figure
}

it('counts for every requirement that it is of, and the measure counts all of them', async () => {
  expect(await figure()).toMatchObject({ pass: 0, fail: 12, population: 12 })
  await manager().ok('oversight.addEvidence', policy())
  expect(await figure()).toMatchObject({ pass: 2, fail: 10 })
  expect((await view()).requirements.find(({ id }) => id === '5d')).toMatchObject({
    pieces: 1,
    counting: 1,
  })
  const opened = JSON.stringify(
    await openedMeasure(unit, { first: '2026-11-01', last: '2026-11-30' }, '5g-3'),
  )
  expect(opened).toContain('a'.repeat(64))
  expect(opened).not.toContain('Policy library')
})

it('is refused without a file or a record, with both, with days that cannot be, and for no requirement', async () => {
  const fails = async (change: object) =>
    (await manager().fails('oversight.addEvidence', policy(change))).fields?.[0]?.field
  expect(await fails({ document: null })).toBe('document')
  expect(await fails({ pin: { type: 'oversight_visit', id: crypto.randomUUID() } })).toBe(
    'document',
  )
  expect(await fails({ document: null, pin: { type: 'staff', id: crypto.randomUUID() } })).toBe(
    'pin.type',
  )
  expect(
    await fails({ document: null, pin: { type: 'oversight_visit', id: crypto.randomUUID() } }),
  ).toBe('pin.id')
  expect(await fails({ effectiveTo: '2025-12-31' })).toBe('effectiveTo')
  expect(await fails({ reviewDue: '2025-01-01' })).toBe('reviewDue')
  expect(await fails({ requirements: ['9z'] })).toBe('requirements')
  expect(await fails({ requirements: [] })).toBe('requirements')
  expect(await fails({ document: { ...policy().document, fileHash: 'none' } })).toBe(
    'document.fileHash',
  )
})

it('that is a record counts at the version that was looked at, until somebody looks again', async () => {
  const { id } = await manager().ok('oversight.planVisit', {
    kind: 'audit',
    title: 'Audit of supervision',
    plannedOn: '2026-11-23',
  })
  await manager().ok('oversight.holdVisit', {
    id,
    version: 1,
    heldOn: '2026-11-23',
    visitors: 'An auditor',
    spokenTo: 'Three staff',
    seen: 'Ten records',
  })
  expect((await view()).pinnable).toEqual(
    expect.arrayContaining([{ type: 'oversight_visit', id, title: 'Audit of supervision' }]),
  )
  await manager().ok(
    'oversight.addEvidence',
    policy({ document: null, pin: { type: 'oversight_visit', id } }),
  )
  expect((await view()).pieces[0]).toMatchObject({ pinnedVersion: 2, fault: null })
  await manager().ok('oversight.withdrawVisit', { id, version: 2, reason: 'Another unit’s' })
  expect((await view()).pieces[0]?.fault?.because).toContain('entered in error')
  expect(await figure()).toMatchObject({ pass: 0 })
  const [piece] = (await view()).pieces
  const again = { id: piece?.recordId, version: piece?.version }
  expect((await manager().fails('oversight.pinAgain', again)).fields?.[0]?.field).toBe('pin.id')
})

it('stops counting when its review is overdue; a new revision leaves the former one readable', async () => {
  const { id } = await manager().ok('oversight.addEvidence', policy({ reviewDue: '2026-11-23' }))
  expect((await view()).pieces[0]?.fault).toBeNull()
  unit.clock.pass(24 * 60)
  await manager().signIn()
  expect((await view()).pieces[0]?.fault?.because).toContain('Stale')
  await manager().ok('oversight.changeEvidence', {
    id,
    version: 1,
    reason: 'Reviewed',
    evidence: policy({ reviewDue: '2027-11-23' }),
  })
  expect((await view()).pieces[0]).toMatchObject({ version: 2, fault: null })
})

it('is no record that shows nothing yet: a planned visit, a draft of rules', async () => {
  const { id } = await manager().ok('oversight.planVisit', {
    kind: 'audit',
    title: 'Audit to come',
    plannedOn: '2026-11-30',
  })
  const { id: basedOn } = await manager().ok('ruleSets.current', { kind: 'supervision' })
  const draft = await manager().ok('ruleSets.startDraft', { basedOn, changes: 'None yet' })
  for (const pin of [
    { type: 'oversight_visit', id },
    { type: 'rule_set', id: draft.id },
    { type: 'rule_set', id: basedOn },
    { type: 'learning_point', id },
  ])
    expect(
      (await manager().fails('oversight.addEvidence', policy({ document: null, pin }))).fields,
      pin.type,
    ).toMatchObject([{ field: 'pin.id' }])
})

it('keeps the version that somebody looked at when its days or its owner change', async () => {
  const { id } = await manager().ok('ruleSets.current', { kind: 'fever' })
  const looked = { id, reason: 'Governance meeting', reviewDue: '2027-11-01' }
  await manager().ok(
    'ruleSets.approve',
    { ...looked, version: 1, agreedWith: 'A paediatrician, letter of 18 November' },
    { second: unit.second('consultant') },
  )
  const evidence = policy({ document: null, pin: { type: 'rule_set', id } })
  const made = await manager().ok('oversight.addEvidence', evidence)
  await manager().ok('ruleSets.renewReview', { ...looked, version: 2, reviewDue: '2028-11-01' })
  await manager().ok('oversight.changeEvidence', {
    id: made.id,
    version: 1,
    reason: 'Later review',
    evidence: { ...evidence, reviewDue: '2027-12-01' },
  })
  const piece = (await view()).pieces.find(({ recordId }) => recordId === made.id)
  expect(piece).toMatchObject({ pinnedVersion: 2 })
  expect(piece?.fault?.because).toContain('has changed since')
})

it('is pinned at its version whatever a requirement rests on, and stops counting when the record changes', async () => {
  const family = await unit.arrive({ motherName: 'Wilhelmina' })
  const now = unit.clock.now()
  const nurse = unit.as('nurse')
  await nurse.ok('supervision.decide', wholeDecision(family.pairId, 'SUP-2', now))
  const episodeId = await actsOn(unit, family).raise()
  const session = {
    kind: 'reflective',
    heldOn: '2026-11-23',
    minutes: 60,
    theme: 'baby-first',
    prompt: 'ordinary',
    facilitatorId: nurse.staffId,
    attended: [nurse.staffId],
    outsideCount: 0,
  }
  const { id: sessionId } = await nurse.ok('culture.recordSession', session)
  const offered = (await view()).pinnable
  expect(new Set(offered.map(({ type }) => type))).toEqual(
    new Set(['supervision_decision', 'episode', 'staff_session']),
  )
  expect(JSON.stringify(offered)).not.toContain('Wilhelmina')
  const pins = offered.map(({ type, id }) => ({ type, id }))
  expect(pins).toContainEqual({ type: 'episode', id: episodeId })
  for (const pin of pins)
    await manager().ok('oversight.addEvidence', policy({ document: null, pin, title: pin.type }))
  const faults = async () =>
    new Map((await view()).pieces.map(({ title, fault }) => [title, fault?.because ?? null]))
  expect([...(await faults()).values()]).toEqual([null, null, null])
  await nurse.ok('culture.correctSession', {
    id: sessionId,
    version: 1,
    reason: 'It took longer',
    session: { ...session, minutes: 90 },
  })
  expect(await faults()).toEqual(
    new Map([
      ['supervision_decision', null],
      ['episode', null],
      ['staff_session', 'The record behind it has changed since it was pinned'],
    ]),
  )
})
