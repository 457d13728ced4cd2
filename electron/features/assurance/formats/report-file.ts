import type { ReportCover } from '#domain/assurance/report-model.ts'

/** A report in one format, as it is saved. */
export interface ReportFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** The name of a report's file, without its ending: no name of a person, sortable by period. */
export function fileStem({ cover }: { cover: ReportCover }): string {
  const unit = slug(cover.unit.odsCode ?? cover.unit.name)
  return `quality-visit-report-${unit}-${cover.period.first}-to-${cover.period.last}-v${cover.version}-${cover.state}-${cover.disclosure}`
}

const slug = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '') || 'unit'

/** The moment that a file says it was made at: that of the cut, so that the same report is the same file. */
export const madeAt = ({ cover }: { cover: ReportCover }): Date => new Date(cover.cut.at)
