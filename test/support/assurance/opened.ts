import type { MeasureModel, RecordModel, ReportModel } from '#domain/assurance/report-model.ts'
import type { TestUnit } from '../app.ts'

export interface Opened {
  measure: MeasureModel
  records: RecordModel[]
}

/** A measure with the records behind it, as a commissioner opens it. */
export const openedMeasure = (unit: TestUnit, input: object, measure: string) =>
  unit.as('commissioner').ok<Opened>('assurance.measure', { ...input, measure })

/** Everything of a requirement that a commissioner can open, as text: what may hold no name. */
export async function openedText(
  unit: TestUnit,
  input: object,
  requirement: ReportModel['requirements'][number],
): Promise<string> {
  const opened: unknown[] = [requirement]
  for (const { measures } of requirement.linesOfEnquiry)
    for (const { id } of measures) {
      const { measure, records } = await openedMeasure(unit, input, id)
      opened.push(measure, records)
    }
  return JSON.stringify(opened)
}
