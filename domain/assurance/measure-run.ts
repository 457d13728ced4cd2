import type { Cut, Period } from '../shared/time.ts'
import { type CatalogueLine, catalogue, measureFaults } from './catalogue.ts'
import type { Measure, Member } from './measure.ts'

/** A measure without its rule: what a report prints about it. */
export type MeasureMeta = Omit<Measure<never>, 'members'>

/**
 * What a measure found. The facts are gone, so that measures of every feature stand in one list: each
 * feature runs its own over its own facts, the report puts them together.
 */
export interface MeasureRun {
  measure: MeasureMeta
  members: readonly Member[]
}

/** Runs the measures of one feature over its facts. */
export function runMeasures<Facts>(
  measures: readonly Measure<Facts>[],
  facts: Facts,
  period: Period,
  cut: Cut,
): MeasureRun[] {
  return measures.map(({ members, ...measure }) => ({
    measure,
    members: members(facts, period, cut),
  }))
}

/** Measure id -> version, as an earlier report names them. */
export type MeasureVersions = ReadonlyMap<string, number>

/**
 * The newest version of each measure, or the one named for it (decision 2: a recomputation uses the
 * versions of its report). Throws where a named version is not among them.
 */
export function measureVersions<Facts>(
  measures: readonly Measure<Facts>[],
  named: MeasureVersions = new Map(),
): Measure<Facts>[] {
  const chosen = new Map<string, Measure<Facts>>()
  for (const measure of measures) {
    const wanted = named.get(measure.id)
    if (wanted !== undefined ? measure.version === wanted : isNewer(measure, chosen))
      chosen.set(measure.id, measure)
  }
  for (const measure of measures)
    if (!chosen.has(measure.id))
      throw new Error(
        `This app has no version ${named.get(measure.id)} of measure ${measure.id}: use the version of the app that made the report`,
      )
  return [...chosen.values()]
}

function isNewer<Facts>(measure: Measure<Facts>, chosen: ReadonlyMap<string, Measure<Facts>>) {
  const other = chosen.get(measure.id)
  return other === undefined || measure.version > other.version
}

/** A line of the catalogue with what its measure found; `run` is null where no definition is there yet. */
export interface CatalogueRun {
  line: CatalogueLine
  run: MeasureRun | null
}

/**
 * Every line of the catalogue in its order, with the run of its measure where there is one. Throws on a
 * run that is there twice or does not agree with the catalogue: a figure that is silently dropped or
 * doubled would be worse than no report.
 */
export function catalogueRuns(runs: readonly MeasureRun[]): CatalogueRun[] {
  const byId = new Map<string, MeasureRun>()
  for (const run of runs) {
    const faults = measureFaults(run.measure)
    if (byId.has(run.measure.id)) faults.push(`Measure ${run.measure.id} was run twice`)
    if (faults.length > 0) throw new Error(faults.join('. '))
    byId.set(run.measure.id, run)
  }
  return catalogue.map((line) => ({ line, run: byId.get(line.id) ?? null }))
}
