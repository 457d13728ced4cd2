import { daysOf, periodText } from './period-text.ts'
import type { ReportInput } from './report-input.ts'
import type { Disclosure, ReportModel } from './report-model.ts'
import { classifications } from './report-words.ts'

/** What heads a report of either kind. */
export const coverContent = <Kind extends Disclosure>(input: ReportInput, disclosure: Kind) => ({
  title: 'Quality-visit assurance report',
  unit: { ...input.unit },
  period: { ...input.period, ...daysOf(input.period), label: periodText(input.period) },
  cut: { ...input.cut },
  version: input.version,
  state: input.state,
  disclosure,
  classification: classifications[disclosure],
  distribution: [...input.distribution],
  preparedBy: input.preparedBy,
  approvedBy: input.approvedBy,
  signingFingerprint: input.signingFingerprint ?? null,
})

/** The framework as a report names it. */
export const frameworkContent = ({ framework }: ReportInput): ReportModel['framework'] => ({
  id: framework.id,
  version: framework.version,
  title: framework.title,
  source: { ...framework.source },
  findings: framework.findings.map((finding) => ({ ...finding })),
})
