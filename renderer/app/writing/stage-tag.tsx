import type { ReportState } from '#domain/assurance/report-model.ts'
import { stateLabels } from '#domain/assurance/report-words.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'

const tones: Record<ReportState, Tone> = {
  draft: 'neutral',
  'factual-check': 'info',
  final: 'good',
}

/** The stage of a report as a word in a box. */
export const StageTag = ({ stage }: { stage: ReportState }) => (
  <Tag tone={tones[stage]}>{stateLabels[stage]}</Tag>
)
