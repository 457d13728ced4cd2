import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consentLines } from '#domain/shared/consent.ts'
import {
  type EscortChoice,
  type EscortFacts,
  escortFor,
  loweredColumns,
  motherAnswers,
  saysYesNo,
} from '#domain/shared/escort/escort.ts'
import { type EscortContact, escortContentSchema } from '#domain/shared/escort/escort-content.ts'
import { escortText } from '#domain/shared/escort/escort-text.ts'
import { legalStatusCodes } from '#domain/shared/legal-status.ts'
import { mentalHealthActCodes } from '#domain/shared/mental-health-act.ts'
import { responsibilityByStatus } from '#domain/shared/responsibility.ts'
import { meaningOf } from '../../support/truth-words.ts'
import { escortFacts } from './escort-builders.ts'
import { linesUnder } from './page.ts'
import { escortRules } from './rules-of-the-unit.ts'

const abbreviations: Record<EscortContact, string> = {
  'social-worker': 'SW',
  'responsible-clinician': 'RC',
  'holders-of-responsibility': 'PR',
  'reviewing-officer': 'IRO',
}

function factsOf(cell: (column: string) => string): EscortFacts {
  const leave = cell('leave')
  const [who, what] = cell('says').split(' ')
  const says = (name: string) =>
    who === name && (what === 'yes' || what === 'no') ? what : 'not-said'
  return {
    mentalHealthAct: cell('mother') === 'not recorded' ? null : cell('mother'),
    leave: {
      covers: leave.includes('covers'),
      escorted: leave.includes('escorted'),
      ministryConsent: leave.includes('ministry'),
    },
    childCodes: cell('child') === 'not recorded' ? null : cell('child').split(' '),
    level: { code: cell('level'), from: cell('from') as EscortFacts['level']['from'] },
    assessmentSays: says('assessment'),
    planSays: says('plan'),
    authoritySays: says('authority'),
  }
}

describe('1. the answer', () => {
  test.each(linesUnder('escort', '1. The answer'))('%s', (_, cell) => {
    const answer = escortFor(escortRules, factsOf(cell))
    expect(answer.rows.map(({ id }) => id).join(', ')).toBe(cell('rows'))
    expect(answer.offer ? 'offer' : String(answer.babyEscorts)).toBe(cell('baby'))
    expect(answer.section17Escort ? 's17' : String(answer.motherEscorts)).toBe(
      cell('staff for mother'),
    )
    expect(answer.motherMayGo).toBe(cell('mother may go'))
    expect(answer.reach.map(({ whom }) => abbreviations[whom]).join(', ') || '-').toBe(
      cell('reach'),
    )
  })

  test.each([
    ['fallback', 'not-said', /^Nobody has assessed/],
    ['fallback', 'yes', /^The risk assessment says that she may go/],
    ['hospital', 'not-said', /decided for the hospital/],
    ['outside', 'not-said', /decided for outside the unit/],
    ['outside', 'no', /^The risk assessment says that she may not go/],
  ] as const)('names an assessment only where there is one: %s, %s', (from, says, words) => {
    const facts = escortFacts({ level: { code: 'SUP-1', from }, assessmentSays: says })
    const because = escortFor(escortRules, facts).because
    expect(because.some((line) => words.test(line))).toBe(true)
    if (says === 'not-said') expect(because.join(' ')).not.toContain('The risk assessment says')
  })

  test('an authority that was not reached is written down; one that answered is not', () => {
    const order = escortFacts({ childCodes: ['LEG-07'] })
    expect(escortFor(escortRules, order)).toMatchObject({
      authorityNotReached: true,
      column: 'by-authority',
      handOver: ['a copy of the order, to the hospital'],
    })
    const asked = { ...order, authoritySays: 'no' as const }
    expect(escortFor(escortRules, asked).authorityNotReached).toBe(false)
  })
})

describe('2. raised freely, lowered by override', () => {
  const choiceOf = (words: string): EscortChoice => {
    const match = /^(\d) and (\d), (.+)$/.exec(words)
    if (!match) throw new Error(`"${words}" means nothing here`)
    return {
      babyEscorts: Number(match[1]),
      motherEscorts: Number(match[2]),
      section17Escort: false,
      motherMayGo: meaningOf(
        { no: 'no', 'with escort': 'with-escort', yes: 'yes' } as const,
        match[3],
      ),
    }
  }
  test.each(linesUnder('escort', '2. Raised freely'))('%s', (_, cell) => {
    const lowered = loweredColumns(choiceOf(cell('the rules say')), choiceOf(cell('decided')))
    expect(lowered.join('; ') || '-').toBe(cell('lowered, needs a named override'))
  })

  test('leaving out the escort that her leave asks for lowers it', () => {
    const rule = {
      babyEscorts: 1,
      motherEscorts: 0,
      section17Escort: true,
      motherMayGo: 'with-escort',
    } as const
    expect(loweredColumns(rule, { ...rule, section17Escort: false })).toHaveLength(1)
    expect(loweredColumns(rule, { ...rule, motherMayGo: 'no', section17Escort: false })).toEqual([])
  })
})

const anyFacts: fc.Arbitrary<EscortFacts> = fc.record({
  mentalHealthAct: fc.option(fc.constantFrom(...mentalHealthActCodes, '77')),
  leave: fc.record({ covers: fc.boolean(), escorted: fc.boolean(), ministryConsent: fc.boolean() }),
  childCodes: fc.option(fc.subarray([...legalStatusCodes, 'LEG-77'], { maxLength: 4 })),
  level: fc.record({
    code: fc.constantFrom('SUP-0', 'SUP-1', 'SUP-2', 'SUP-3', 'SUP-4', 'not-allowed', 'SUP-9'),
    from: fc.constantFrom('hospital', 'outside', 'fallback'),
  }),
  assessmentSays: fc.constantFrom(...saysYesNo),
  planSays: fc.constantFrom(...saysYesNo),
  authoritySays: fc.constantFrom(...saysYesNo),
})

describe('every combination', () => {
  test('of status, leave, order and level has an answer', () => {
    const leaves = [false, true].flatMap((covers) =>
      [false, true].flatMap((escorted) =>
        [false, true].map((ministryConsent) => ({ covers, escorted, ministryConsent })),
      ),
    )
    const children = [null, [], ...legalStatusCodes.map((code) => [code])]
    let count = 0
    for (const mentalHealthAct of [null, ...mentalHealthActCodes])
      for (const leave of leaves)
        for (const childCodes of children)
          for (const code of ['SUP-0', 'SUP-1', 'SUP-2', 'SUP-3', 'SUP-4', 'not-allowed']) {
            const facts = escortFacts({
              ...{ mentalHealthAct, leave, childCodes },
              level: { code, from: 'hospital' },
            })
            const answer = escortFor(escortRules, facts)
            count += 1
            if (answer.rows.length === 0) throw new Error(JSON.stringify(facts))
            if (answer.motherMayGo === 'with-escort')
              expect(answer.motherEscorts + Number(answer.section17Escort)).toBeGreaterThan(0)
          }
    expect(count).toBe((mentalHealthActCodes.length + 1) * 8 * (legalStatusCodes.length + 2) * 6)
  })

  test('has at least one row, a known answer and a line of print', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const answer = escortFor(escortRules, facts)
        expect(answer.rows.length).toBeGreaterThan(0)
        expect(motherAnswers).toContain(answer.motherMayGo)
        expect(Number.isInteger(answer.babyEscorts)).toBe(true)
        expect(answer.babyEscorts > 0 || answer.offer).toBe(true)
        expect(escortText(answer, facts).length).toBeGreaterThan(3)
        expect(loweredColumns(answer, answer)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('a further order never lowers a column and never drops anybody to be reached', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...legalStatusCodes), (facts, code) => {
        fc.pre(facts.childCodes !== null && facts.childCodes.length > 0 && code > 'LEG-02')
        const before = escortFor(escortRules, facts)
        const after = escortFor(escortRules, {
          ...facts,
          childCodes: [...(facts.childCodes ?? []), code],
        })
        // A row for "no involvement" alone ends with the first order: what it gave may only grow stricter.
        expect(loweredColumns(before, after)).toEqual([])
        const reached = after.reach.map(({ whom }) => whom)
        for (const { whom } of before.reach) expect(reached).toContain(whom)
      }),
      { numRuns: 2000 },
    )
  })

  test('nobody who cannot be given leave goes, whatever is written down', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('05', '06', '07', '08', '12', '19', '20'),
        (facts, code) => {
          const answer = escortFor(escortRules, { ...facts, mentalHealthAct: code })
          expect(answer.motherMayGo).toBe('no')
          expect(answer.reach.map(({ whom }) => whom)).toContain('responsible-clinician')
        },
      ),
    )
  })

  test('a mother whom the grid keeps from the baby never goes with it', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('SUP-0', 'not-allowed'), (facts, code) => {
        const level = { ...facts.level, code }
        expect(escortFor(escortRules, { ...facts, level }).motherMayGo).toBe('no')
      }),
    )
  })
})

describe('in print', () => {
  test('both sections 17 are named in full', () => {
    const facts = escortFacts({
      mentalHealthAct: '03',
      leave: { covers: true, escorted: true, ministryConsent: false },
      childCodes: ['LEG-02'],
      level: { code: 'SUP-3', from: 'hospital' },
    })
    const text = escortText(escortFor(escortRules, facts), facts).join('\n')
    expect(text).toContain('section 17, Mental Health Act')
    expect(text).toContain('Section 17, Children Act 1989')
    expect(text).not.toMatch(/section 17(?!, (Mental Health|Children) Act)/i)
  })

  test('who is reached never delays 999', () => {
    const facts = escortFacts({ childCodes: ['LEG-07'] })
    const text = escortText(escortFor(escortRules, facts), facts)
    expect(text.join('\n')).toContain('Reach before leaving, never delaying 999: Social worker')
    expect(text.at(-1)).toBe('Write down that the authority was not reached.')
  })
})

describe('3. who holds responsibility, and who may consent', () => {
  test.each(linesUnder('escort', '3. Who holds responsibility, and who may consent'))(
    '%s',
    (_, cell) => {
      const codes = cell('child').split(' ')
      const also = responsibilityByStatus(
        codes.map((code) => ({ code, authority: 'Invented Council' })),
      )
      const wanted = cell('also holds responsibility')
      expect(also).toEqual(wanted === '-' ? [] : [expect.stringContaining(wanted)])
      const consent = consentLines(codes).join(' ')
      expect(consent).toContain(cell('consent'))
      expect(consent.includes('Any holder') ? 'yes' : 'no').toBe(cell('any holder'))
    },
  )

  test('an authority that nobody wrote down is said to be missing', () => {
    expect(responsibilityByStatus([{ code: 'LEG-07', authority: null }])[0]).toMatch(
      /^The authority, name not recorded, by interim care order/,
    )
  })
})

describe('consent', () => {
  test('life-saving treatment never waits, and the law is read, not guessed', () => {
    expect(consentLines(['LEG-07'])[0]).toBe('Life-saving treatment never waits for consent.')
    expect(consentLines(['LEG-07']).at(-1)).toContain('for the court')
    expect(consentLines(['LEG-77'])[1]).toBe('Unknown status LEG-77: Read the order; ask legal.')
    expect(consentLines(null)[1]).toContain('not recorded')
    expect(consentLines([])).toEqual(consentLines(null))
  })
})

test('the content without a last row is refused', () => {
  const { otherwise: _, ...rest } = escortRules
  expect(escortContentSchema.safeParse(rest).success).toBe(false)
})
