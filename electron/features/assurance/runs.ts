import { admissionMeasures } from '#domain/admission/measures.ts'
import type { Measure } from '#domain/assurance/measure.ts'
import {
  type MeasureRun,
  type MeasureVersions,
  measureVersions,
  runMeasures,
} from '#domain/assurance/measure-run.ts'
import { chronologyMeasures } from '#domain/chronology/measures.ts'
import { dutyMeasures } from '#domain/communications/measures.ts'
import { cultureMeasures } from '#domain/culture/measures.ts'
import { historyMeasures } from '#domain/history-review/measures.ts'
import { evidenceMeasures } from '#domain/oversight/evidence-measure.ts'
import { oversightMeasures } from '#domain/oversight/measures.ts'
import { peopleMeasures } from '#domain/people/measures.ts'
import { relationshipMeasures } from '#domain/relationship/scope-measure.ts'
import { reviewEventMeasures } from '#domain/reviews/measures.ts'
import { earlierOf, laterOf } from '#domain/shared/calendar.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { supervisionMeasures } from '#domain/supervision/measures.ts'
import { trainingMeasures } from '#domain/training/measures.ts'
import { unwellBabyMeasures } from '#domain/unwell-baby/measures.ts'
import { turn } from '../../platform/turn.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { admissionFacts } from '../admission/facts.ts'
import { patternFacts } from '../chronology/facts.ts'
import { dutyFacts } from '../communications/facts.ts'
import { cultureFacts } from '../culture/facts.ts'
import { historyFacts } from '../history-review/facts.ts'
import { evidenceFacts } from '../oversight/evidence-facts.ts'
import { oversightMeasureFacts } from '../oversight/measure-facts.ts'
import { peopleFacts } from '../people/measure-facts.ts'
import { relationshipFacts } from '../relationship/facts.ts'
import { reviewEventsFacts } from '../reviews/facts.ts'
import { supervisionFacts } from '../supervision/facts.ts'
import { trainingFacts } from '../training/facts.ts'
import { unwellBabyFacts } from '../unwell-baby/facts.ts'
import { findingFive } from './finding-five.ts'

interface Feature {
  ids: ReadonlySet<string>
  /** The runs of each period, in the order of the periods. */
  run(
    db: ReadDb,
    periods: readonly Period[],
    cut: Cut,
    named: MeasureVersions | undefined,
  ): MeasureRun[][]
}

type FactsOf<Facts> = (db: ReadDb, period: Period, cut: Cut) => Facts

function feature<Facts>(
  measures: readonly Measure<Facts>[],
  facts: FactsOf<Facts>,
  reading: 'together' | 'each-period' = 'together',
): Feature {
  const ids = new Set(measures.map(({ id }) => id))
  return {
    ids,
    run(db, periods, cut, named) {
      const own = named && new Map([...named].filter(([id]) => ids.has(id)))
      const chosen = measureVersions(measures, own)
      const shared = reading === 'together' ? facts(db, around(periods), cut) : undefined
      return periods.map((period) =>
        runMeasures(chosen, shared ?? facts(db, period, cut), period, cut),
      )
    },
  }
}

/** From the start of the first of these periods to the end of the last. */
const around = (periods: readonly Period[]): Period => ({
  from: periods.map(({ from }) => from).reduce(earlierOf),
  to: periods.map(({ to }) => to).reduce(laterOf),
})

/**
 * Every feature's measures with the facts that they read. What is read for a period narrows and never decides,
 * so periods side by side are read together; the facts of training are those of one moment.
 */
const features: readonly Feature[] = [
  feature(admissionMeasures, admissionFacts),
  feature(historyMeasures, historyFacts),
  feature(chronologyMeasures, patternFacts),
  feature(dutyMeasures, dutyFacts),
  feature(peopleMeasures, peopleFacts),
  feature(supervisionMeasures, supervisionFacts),
  feature(relationshipMeasures, relationshipFacts),
  feature(reviewEventMeasures, reviewEventsFacts),
  feature(unwellBabyMeasures, unwellBabyFacts),
  feature(cultureMeasures, cultureFacts),
  feature(oversightMeasures, oversightMeasureFacts),
  feature(evidenceMeasures, evidenceFacts(findingFive.requirements.map(({ id }) => id))),
  feature(trainingMeasures, trainingFacts, 'each-period'),
]

/**
 * What every measure found in a period at a cut. `named` are the versions of an earlier report, for its
 * recomputation (decision 2); without it, the newest. With `wanted`, only the features that define one of
 * these measures are run.
 */
export const runMeasuresOf = (
  db: ReadDb,
  period: Period,
  cut: Cut,
  named: MeasureVersions | undefined,
  wanted?: readonly string[],
): MeasureRun[] => runMeasuresOfEach(db, [period], cut, named, wanted).flat()

type Asked = [
  db: ReadDb,
  periods: readonly Period[],
  cut: Cut,
  named: MeasureVersions | undefined,
  wanted?: readonly string[],
]

/** The same for several periods side by side, read together: their runs in the order of the periods. */
export const runMeasuresOfEach = (...asked: Asked): MeasureRun[][] =>
  byPeriod(asked[1], [...featureByFeature(...asked)])

/** The same again, and whatever waits has its turn after each feature (decision 8). */
export async function runInTurns(...asked: Asked): Promise<MeasureRun[][]> {
  const inTurns: MeasureRun[][][] = []
  for (const found of featureByFeature(...asked)) {
    inTurns.push(found)
    await turn()
  }
  return byPeriod(asked[1], inTurns)
}

function* featureByFeature(...[db, periods, cut, named, wanted]: Asked): Generator<MeasureRun[][]> {
  for (const { ids, run } of features)
    if (!wanted || wanted.some((id) => ids.has(id))) yield run(db, periods, cut, named)
}

const byPeriod = (periods: readonly Period[], found: readonly MeasureRun[][][]): MeasureRun[][] =>
  periods.map((_, index) => found.flatMap((each) => each[index] ?? []))
