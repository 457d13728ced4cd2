import { describe, expect, test } from 'vitest'
import { fromPaper, isFromPaper } from '#domain/unwell-baby/paper.ts'
import { type PathwayReading, readState } from '#domain/unwell-baby/readings.ts'
import { strategyDue, strategyState } from '#domain/unwell-baby/strategy.ts'
import { episode, infection, version } from './builders.ts'
import { escortChoice } from './escort-builders.ts'
import { linesUnder } from './page.ts'
import { rules } from './rules-of-the-unit.ts'

const at = (words: string) => `2026-11-${words.slice(0, 2)}T${words.slice(-5)}:00.000Z`
const clock = (time: string) => `2026-11-23T${time}:00.000Z`
const listed = (words: string) => (words === 'nothing' ? [] : words.split(', '))

describe('the strategy discussion', () => {
  const due = strategyDue(rules.routes, [{ band: 'injury', at: clock('14:00') }])

  test.each(linesUnder('unwell-baby', '20. The strategy'))('line %s', (_, cell) => {
    const known = listed(cell('recorded')).map((when) => ({ heldAt: null, decidedAt: at(when) }))
    expect(strategyState(due?.at ?? null, known, at(cell('now')))).toBe(cell('stands'))
  })

  test('without a bruise, or by rules that set no limit, nothing is due', () => {
    expect(strategyDue(rules.routes, [{ band: 'pews-high', at: clock('14:00') }])).toBeNull()
    const { strategy: _, ...injury } = rules.routes.injury
    const before = { ...rules.routes, injury }
    expect(strategyDue(before, [{ band: 'injury', at: clock('14:00') }])).toBeNull()
  })
})

describe('what was written on paper', () => {
  const form = { writtenFrom: clock('14:00'), writtenUntil: clock('15:00') }

  test.each(linesUnder('unwell-baby', '21. What was written'))('line %s', (_, cell) => {
    const entered = clock(cell('entered')).replace('00.000', '20.000')
    expect(isFromPaper([form], clock(cell('happened')), entered)).toBe(cell('marked') === 'yes')
  })

  test('without a form nothing is marked', () => {
    expect(fromPaper([], episode())).toEqual([])
  })

  test('the answer about infection, a raise, the escort and a mark are copied too', () => {
    const late = { recordedAt: clock('15:10'), withdrawn: false }
    const copied = fromPaper(
      [form],
      episode({
        infection: [infection({ ...late, recordId: 'answer', answeredAt: clock('14:20') })],
        raises: [
          {
            ...version({ ...late, recordId: 'raise' }),
            episodeId: 'episode-1',
            level: 'high',
            chosenAt: clock('14:25'),
            why: 'Looks worse',
          },
        ],
        escorts: [escortChoice({ ...late, recordId: 'escort', decidedAt: clock('14:30') })],
      }),
      [{ recordId: 'mark', recordedAt: clock('15:10'), seenAt: clock('14:40') }],
    )
    expect(copied.map(({ recordId }) => recordId)).toEqual(['answer', 'raise', 'escort', 'mark'])
  })
})

describe('who has read the pathway', () => {
  const version = (routesId: string) => ({
    routesId,
    feverId: 'f',
    sepsisId: 's',
    pewsId: 'p',
    escortId: 'e',
    dutiesId: 'd',
  })

  test.each(linesUnder('unwell-baby', '22. Who has read'))('line %s', (_, cell) => {
    const readings = listed(cell('read')).map((words): PathwayReading => {
      const staffId = words.startsWith('somebody else') ? 'staff-2' : 'staff-1'
      const routesId = words.slice(-1)
      return { staffId, readAt: clock(`0${routesId}:00`), ...version(routesId) }
    })
    expect(readState(readings, 'staff-1', version(cell('in force'))).state).toBe(cell('stands'))
  })
})
