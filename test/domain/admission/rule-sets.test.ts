import { describe, expect, it } from 'vitest'
import { admissionCriteriaSchema, clauseKinds, criteriaNeed } from '#domain/admission/criteria.ts'
import { type Decline, declineFaults, mayDecide, resourcesFor } from '#domain/admission/decision.ts'
import { informationItemsSchema, requestsFor } from '#domain/admission/information.ts'
import { needsApproval } from '#domain/shared/source.ts'
import { clauseOf, informationFile, person, shipped } from './builders.ts'

const { criteria, information } = shipped

describe('the shipped criteria', () => {
  it('hold every clause of the reference, in its kind', () => {
    const ids = (letter: string, n: number) =>
      Array.from({ length: n }, (_, i) => `ADM-${letter}-${String(i + 1).padStart(2, '0')}`)
    expect(criteria.clauses.map((clause) => clause.id)).toEqual([...ids('I', 13), ...ids('X', 10)])
    const ofKind = (kind: string) =>
      criteria.clauses.filter((clause) => clause.kind === kind).map((clause) => clause.id)
    expect(ofKind('process')).toEqual(['ADM-I-11', 'ADM-I-12'])
    expect(ofKind('defer')).toEqual(['ADM-X-07'])
    expect(ofKind('stop')).toEqual(['ADM-X-08', 'ADM-X-09'])
  })

  it('compute every clause on age, and measure I-11 and I-12', () => {
    const answered = (how: string) =>
      criteria.clauses.filter((clause) => clause.answered === how).map((clause) => clause.id)
    expect(answered('computed')).toEqual([
      ...['ADM-I-01', 'ADM-I-02', 'ADM-I-09', 'ADM-X-05', 'ADM-X-06'],
    ])
    expect(answered('computed-or-asked')).toEqual(['ADM-I-07'])
    expect(answered('measured')).toEqual(['ADM-I-11', 'ADM-I-12'])
  })

  it('ask for at least one of I-03, I-04 and I-06', () => {
    const [group] = criteria.groups
    expect(criteria.groups).toHaveLength(1)
    expect(
      criteria.clauses.filter((clause) => clause.group === group?.id).map((clause) => clause.id),
    ).toEqual(['ADM-I-03', 'ADM-I-04', 'ADM-I-06'])
  })

  it('may be approved with an inclusion or an exclusion clause, and with no other kind alone', () => {
    expect(criteriaNeed(criteria)).toBeUndefined()
    const alone = clauseKinds.map((kind) => {
      const clauses = criteria.clauses.filter((clause) => clause.kind === kind)
      return [kind, criteriaNeed({ clauses }) === undefined]
    })
    expect(Object.fromEntries(alone)).toEqual({
      inclusion: true,
      exclusion: true,
      defer: false,
      stop: false,
      process: false,
    })
  })

  it('ask a question of every clause, and say where each comes from', () => {
    for (const clause of criteria.clauses) {
      expect(clause.question.endsWith('?')).toBe(true)
      expect(clause.source).not.toMatch(/\[|F\d/)
    }
    expect(needsApproval(clauseOf('ADM-X-08').mark)).toBe(true)
    expect(needsApproval(clauseOf('ADM-I-03').mark)).toBe(false)
  })

  it('are refused in words where an edit does not fit together', () => {
    const refused = (changes: object) =>
      admissionCriteriaSchema.safeParse({ ...criteria, ...changes }).error?.issues[0]?.message
    const clauses = (id: string, changes: object) => ({
      clauses: criteria.clauses.map((one) => (one.id === id ? { ...one, ...changes } : one)),
    })
    expect(refused(clauses('ADM-I-03', { group: 'ADM-G-09' }))).toBe(
      'ADM-I-03 names group ADM-G-09, which is not in the list',
    )
    expect(refused(clauses('ADM-I-11', { answered: 'asked' }))).toBe(
      'ADM-I-11: a process clause is measured, and no other',
    )
    expect(refused(clauses('ADM-I-01', { computation: null }))).toBe(
      'ADM-I-01: say how it is computed, if and only if it is',
    )
    expect(refused(clauses('ADM-X-01', { group: 'ADM-G-01' }))).toBe(
      'ADM-X-01: only inclusion clauses stand in a group',
    )
    expect(refused({ clauses: [...criteria.clauses, criteria.clauses[0]] })).toBe(
      'An id is there twice',
    )
  })
})

describe('a decline', () => {
  it('offers the kinds of resource that may fit its reason', () => {
    expect(resourcesFor(criteria, 'parenting-assessment-only').map((one) => one.name)).toEqual([
      'Residential family centre',
      'Parent-and-child foster placement',
    ])
    expect(criteria.resources.map((one) => one.id).slice(0, 6)).toEqual([
      ...['RES-1', 'RES-2', 'RES-3', 'RES-4', 'RES-5', 'RES-6'],
    ])
  })

  it('needs a reason, and where to turn or why nothing fits', () => {
    const decline: Decline = { reasonCode: 'no-bed', signposting: ['RES-1'], signpostingNote: null }
    const fields = (changes: Partial<Decline>) =>
      declineFaults({ ...decline, ...changes }, criteria).map((fault) => fault.field)
    expect(fields({})).toEqual([])
    expect(fields({ reasonCode: 'because' })).toEqual(['reasonCode'])
    expect(fields({ signposting: ['RES-99'] })).toEqual(['signposting'])
    expect(fields({ signposting: [] })).toEqual(['signposting'])
    expect(fields({ signposting: [], signpostingNote: 'She is well' })).toEqual([])
  })

  it.each([
    ['ward manager', true],
    ['consultant', true],
    ['nurse in charge', true],
    ['nurse', false],
    ['safeguarding lead', false],
  ])('by a %s: %s', (who, may) => {
    expect(mayDecide(person(who))).toBe(may)
  })
})

describe('the information that is asked for', () => {
  it('holds every item of the reference with its limit', () => {
    expect(information.items.map((item) => item.id)).toEqual(
      Array.from({ length: 20 }, (_, i) => `ADM-R-${String(i + 1).padStart(2, '0')}`),
    )
    const limits = Object.fromEntries(
      information.items.map((item) => [item.id.slice(-2), item.staleAfterDays]),
    )
    expect(limits).toEqual({
      ...{ '01': 7, '02': 7, '03': 3, '04': 28, '05': 28, '06': 7, '07': 7, '08': 28 },
      ...{ '09': 7, '10': null, '11': null, '12': 14, '13': 28, '14': 7, '15': null },
      ...{ '16': 14, '17': 7, '18': 28, '19': 14, '20': null },
    })
  })

  it('goes to every source that may know, and keeps what nobody could answer', () => {
    const source = (kind: 'authority' | 'gp', name: string) => ({
      recordId: name,
      version: 1,
      kind,
      name,
    })
    const requests = requestsFor(information, [
      source('authority', 'Northshire'),
      source('authority', 'Southshire'),
    ])
    const of = (id: string) =>
      requests.filter((one) => one.itemId === id).map((one) => one.source?.name ?? null)
    expect(of('ADM-R-06')).toEqual(['Northshire', 'Southshire'])
    expect(of('ADM-R-03')).toEqual([null])
    expect(of('ADM-R-17')).toEqual([])
    expect(new Set(requests.map((one) => one.itemId)).size).toBe(19)
  })

  it('is a file that reads as it should', () => {
    expect(informationFile).toMatchObject({ kind: 'information-items', revision: '1' })
    const twice = { ...information, items: [...information.items, information.items[0]] }
    expect(informationItemsSchema.safeParse(twice).error?.issues[0]?.message).toBe(
      'An id is there twice',
    )
  })
})
