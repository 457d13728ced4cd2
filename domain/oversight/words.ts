/** The words of visits and actions; the viewer of a sealed pack carries them, and no rule beside them. */

export const visitKindLabels = {
  'quality-visit': 'Quality visit of NHS England',
  'lead-provider-visit': 'Visit of the lead provider',
  'contract-meeting': 'Contract meeting',
  audit: 'Audit',
  'walk-round': 'Walk-round of leaders',
  'peer-review': 'Peer review',
} as const
export type VisitKind = keyof typeof visitKindLabels

export const findingKindLabels = {
  strength: 'Strength',
  finding: 'Finding',
  recommendation: 'Recommendation',
} as const
export type FindingKind = keyof typeof findingKindLabels

export const actionStatuses = [
  'open',
  'in-progress',
  'overdue',
  'awaiting-evidence',
  'awaiting-verification',
  'verified',
  'retest-overdue',
  'embedded',
  'closed-not-effective',
] as const
export type ActionStatus = (typeof actionStatuses)[number]

export const actionStatusLabels: Record<ActionStatus, string> = {
  open: 'Open',
  'in-progress': 'In progress',
  overdue: 'Overdue',
  'awaiting-evidence': 'Complete, awaiting evidence',
  'awaiting-verification': 'Complete, awaiting a second person',
  verified: 'Verified',
  'retest-overdue': 'Verified; looking again is overdue',
  embedded: 'Embedded: looked at again, and it held',
  'closed-not-effective': 'Closed, not effective',
}

export const evidenceKindLabels = {
  policy: 'Policy or procedure',
  minutes: 'Minutes',
  audit: 'Audit or its report',
  training: 'Training record',
  survey: 'What partners, mothers or families said',
  observation: 'What was seen on the unit',
  other: 'Something else',
} as const
export type EvidenceKind = keyof typeof evidenceKindLabels
