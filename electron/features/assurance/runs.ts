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
import { historyMeasures } from '#domain/history-review/measures.ts'
import { peopleMeasures } from '#domain/people/measures.ts'
import type { Cut, Period } from '#domain/shared/time.ts'
import { supervisionMeasures } from '#domain/supervision/measures.ts'
import { trainingMeasures } from '#domain/training/measures.ts'
import { unwellBabyMeasures } from '#domain/unwell-baby/measures.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { admissionFacts } from '../admission/facts.ts'
import { patternFacts } from '../chronology/facts.ts'
import { dutyFacts } from '../communications/facts.ts'
import { historyFacts } from '../history-review/facts.ts'
import { peopleFacts } from '../people/measure-facts.ts'
import { supervisionFacts } from '../supervision/facts.ts'
import { trainingFacts } from '../training/facts.ts'
import { unwellBabyFacts } from '../unwell-baby/facts.ts'

interface Feature {
  ids: ReadonlySet<string>
  run(db: ReadDb, period: Period, cut: Cut, named: MeasureVersions | undefined): MeasureRun[]
}

const feature = <Facts>(
  measures: readonly Measure<Facts>[],
  facts: (db: ReadDb, period: Period, cut: Cut) => Facts,
): Feature => {
  const ids = new Set(measures.map(({ id }) => id))
  return {
    ids,
    run(db, period, cut, named) {
      const own = named && new Map([...named].filter(([id]) => ids.has(id)))
      return runMeasures(measureVersions(measures, own), facts(db, period, cut), period, cut)
    },
  }
}

/** Every feature's measures with the facts that they read. */
const features: readonly Feature[] = [
  feature(admissionMeasures, admissionFacts),
  feature(historyMeasures, historyFacts),
  feature(chronologyMeasures, patternFacts),
  feature(dutyMeasures, dutyFacts),
  feature(peopleMeasures, peopleFacts),
  feature(supervisionMeasures, supervisionFacts),
  feature(unwellBabyMeasures, unwellBabyFacts),
  feature(trainingMeasures, trainingFacts),
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
): MeasureRun[] =>
  features
    .filter(({ ids }) => !wanted || wanted.some((id) => ids.has(id)))
    .flatMap(({ run }) => run(db, period, cut, named))
