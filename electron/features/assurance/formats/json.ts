import type { AnyReport } from '#domain/assurance/any-report.ts'
import { canonicalJson, type JsonValue } from '../../../platform/store/canonical.ts'
import { fileStem, type ReportFile } from './report-file.ts'

/** The model itself, whole, with its hash: what every other format is made from. In its one form, without the spaces that doubled a year's records. */
export function jsonFile(model: AnyReport): ReportFile {
  return {
    name: `${fileStem(model)}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${canonicalJson(model as unknown as JsonValue)}\n`),
  }
}
