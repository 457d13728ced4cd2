import type { ReportModel } from '#domain/assurance/report-model.ts'
import { canonicalJson, type JsonValue } from '../../../platform/store/canonical.ts'
import { fileStem, type ReportFile } from './report-file.ts'

/** The model itself, whole, with its hash: what every other format is made from. Indented, to be read. */
export function jsonFile(model: ReportModel): ReportFile {
  const inOneForm: unknown = JSON.parse(canonicalJson(model as unknown as JsonValue))
  return {
    name: `${fileStem(model)}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify(inOneForm, null, 2)}\n`),
  }
}
