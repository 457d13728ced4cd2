import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admissionMeasures } from '#domain/admission/measures.ts'
import type { Measure, Member } from '#domain/assurance/measure.ts'
import { chronologyMeasures } from '#domain/chronology/measures.ts'
import { dutyMeasures } from '#domain/communications/measures.ts'
import { cultureMeasures } from '#domain/culture/measures.ts'
import { historyMeasures } from '#domain/history-review/measures.ts'
import { evidenceMeasures } from '#domain/oversight/evidence-measure.ts'
import { oversightMeasures } from '#domain/oversight/measures.ts'
import { peopleMeasures } from '#domain/people/measures.ts'
import { relationshipMeasures } from '#domain/relationship/scope-measure.ts'
import { reviewEventMeasures } from '#domain/reviews/measures.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { supervisionMeasures } from '#domain/supervision/measures.ts'
import { unwellBabyMeasures } from '#domain/unwell-baby/measures.ts'
import { buildExample, examplePassword } from '../../../../electron/example/build-example.ts'
import { admissionFacts } from '../../../../electron/features/admission/facts.ts'
import { findingFive } from '../../../../electron/features/assurance/finding-five.ts'
import { patternFacts } from '../../../../electron/features/chronology/facts.ts'
import { dutyFacts } from '../../../../electron/features/communications/facts.ts'
import { cultureFacts } from '../../../../electron/features/culture/facts.ts'
import { historyFacts } from '../../../../electron/features/history-review/facts.ts'
import { evidenceFacts } from '../../../../electron/features/oversight/evidence-facts.ts'
import { oversightMeasureFacts } from '../../../../electron/features/oversight/measure-facts.ts'
import { peopleFacts } from '../../../../electron/features/people/measure-facts.ts'
import { relationshipFacts } from '../../../../electron/features/relationship/facts.ts'
import { reviewEventsFacts } from '../../../../electron/features/reviews/facts.ts'
import { supervisionFacts } from '../../../../electron/features/supervision/facts.ts'
import { unwellBabyFacts } from '../../../../electron/features/unwell-baby/facts.ts'
import { cutAt } from '../../../../electron/platform/cut.ts'
import type { ReadDb } from '../../../../electron/platform/unit-of-work.ts'
import { caller, migrationsFolder, newFolder, startBareApp } from '../../../support/app.ts'

/**
 * What is read for a period is chosen by SQL, for speed; what counts in it is decided by the measure alone
 * (decision 1). So a measure that is given more than its period finds the same members. Training is not
 * here: its facts are those of one moment, the end of the period.
 */
type Facts = (db: ReadDb, period: Period, cut: Cut) => unknown
const features: readonly (readonly [string, readonly Measure<never>[], Facts])[] = [
  ['admission', admissionMeasures, admissionFacts],
  ['history', historyMeasures, historyFacts],
  ['chronology', chronologyMeasures, patternFacts],
  ['duties', dutyMeasures, dutyFacts],
  ['people', peopleMeasures, peopleFacts],
  ['supervision', supervisionMeasures, supervisionFacts],
  ['unwell baby', unwellBabyMeasures, unwellBabyFacts],
  ['relationship', relationshipMeasures, relationshipFacts],
  ['reviews', reviewEventMeasures, reviewEventsFacts],
  ['culture', cultureMeasures, cultureFacts],
  ['oversight', oversightMeasures, oversightMeasureFacts],
  ['evidence', evidenceMeasures, evidenceFacts(findingFive.requirements.map(({ id }) => id))],
]

const end = '2026-11-23T14:00:00.000Z'
const periods = {
  'the last four weeks': periodOfDays('2026-10-26', '2026-11-22'),
  'a week in the middle': periodOfDays('2026-09-14', '2026-09-20'),
  'one day': periodOfDays('2026-10-07', '2026-10-07'),
  'to the day of the cut': periodOfDays('2026-11-16', '2026-11-23'),
}
const always = periodOfDays('2026-01-01', '2026-11-23')

describe('what is read for a period narrows and never decides', () => {
  const folder = newFolder()
  let unit: ReturnType<typeof startBareApp>
  beforeAll(async () => {
    const log = () => undefined
    await buildExample({ folder, end, beds: 3, days: 100, seed: 11, migrationsFolder, log })
    unit = startBareApp(end, folder)
    const window = caller(unit.app, 'narrowing')
    const password = examplePassword
    await window.ok('session.signIn', { signInName: 'administrator' }, { password })
  })
  afterAll(() => unit.close())

  const inAnyOrder = (members: readonly Member[]) =>
    [...members].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

  for (const [name, measures, factsOf] of features)
    for (const [when, period] of Object.entries(periods))
      test(`${name}, ${when}`, () => {
        const db = unit.app.house.read()
        const cut = cutAt(db, end)
        const narrow = factsOf(db, period, cut)
        const wide = factsOf(db, always, cut)
        for (const { id, members } of measures) {
          const found = inAnyOrder(members(wide as never, period, cut))
          expect(inAnyOrder(members(narrow as never, period, cut)), id).toEqual(found)
        }
      })
})
