import type { Cover, Fact } from '../../shared/print-document.ts'

import { dash, withCommas } from '../figure-text.ts'
import type { ReportCover, ReportModel } from '../report-model.ts'
import { stateLabels } from '../report-words.ts'
import { dateText, timeText } from './words.ts'

export function coverOf(model: ReportModel): Cover {
  const { cover } = model
  return {
    kicker: cover.unit.provider,
    title: cover.title,
    subtitle: `${cover.unit.name}, ${cover.period.label}`,
    facts: coverFacts(model),
    notice:
      `${cover.classification}: restricted to the distribution above. This report holds exact counts and ` +
      'pseudonymised records of very few people, who could be recognised by those who know them. Do not ' +
      'publish it, pass it on, or join it with other data. What is kept back is marked as withheld.',
  }
}

/** What identifies the report; the same facts stand in every format. */
export function coverFacts({
  cover,
  framework,
  contentHash,
}: Pick<ReportModel, 'framework' | 'contentHash'> & { cover: ReportCover }): Fact[] {
  return [
    { label: 'Unit', text: cover.unit.name },
    { label: 'Provider', text: cover.unit.provider },
    { label: 'ODS code', text: cover.unit.odsCode ?? dash },
    { label: 'Region', text: cover.unit.region ?? dash },
    { label: 'Framework', text: `${framework.title} (version ${framework.version})` },
    {
      label: 'Period',
      text: `${dateText(cover.period.first)} to ${dateText(cover.period.last)}, both in it`,
    },
    {
      label: 'Data cut-off',
      text: `${timeText(cover.cut.at)}; audit entry ${withCommas(cover.cut.auditSeq)}`,
    },
    {
      label: 'Version and status',
      text: `Version ${cover.version}, ${stateLabels[cover.state].toLowerCase()}`,
    },
    { label: 'Prepared by', text: cover.preparedBy ?? dash },
    { label: 'Approved by', text: cover.approvedBy ?? 'Not yet approved' },
    { label: 'Classification', text: `${cover.classification}, ${cover.disclosure}` },
    { label: 'Distribution', text: cover.distribution.join('; ') || 'Nobody yet' },
    ...(cover.signingFingerprint
      ? [{ label: 'Signature of the unit', text: cover.signingFingerprint }]
      : []),
    { label: 'Content hash (SHA-256)', text: contentHash },
  ]
}
