/**
 * The kinds of record that can be pinned at their version, by their table: what leaders did about the unit, and for each
 * requirement of Finding Five the kind of record that it rests on (assurance.md 2; domain.md 7.3).
 */
export const pinnableLabels = {
  oversight_visit: 'Visit or audit',
  improvement_action: 'Action',
  learning_point: 'Learning point',
  rule_set: 'Rule set',
  /** Five a */
  admission_decision: 'Decision on admission',
  /** Five b */
  certificate: 'Certificate of training',
  training_import: 'Import of training',
  /** Five c, and Finding Three */
  reader_signature: 'Signature under a document',
  pattern_review: 'Review of the use of health services',
  /** Five d */
  supervision_decision: 'Assessment of supervision',
  relationship_assessment: 'Assessment of the relationship',
  /** Five e */
  episode: 'Episode of an unwell baby',
  unwell_baby_drill: 'Drill of the unwell baby',
  /** Five f and g, and Findings Two e and Six */
  staff_session: 'Session of supervision or reflection',
  spot_check: 'Spot check',
  placement_meeting: 'Planning meeting of a looked-after baby',
} as const
export type Pinnable = keyof typeof pinnableLabels
export const pinnables = Object.keys(pinnableLabels) as [Pinnable, ...Pinnable[]]

/** What can show that an action was done: a record, or a piece of evidence, which may be a document. */
export const shownByLabels = { ...pinnableLabels, evidence: 'Evidence' } as const
export type ShownBy = keyof typeof shownByLabels
export const shownByKinds = Object.keys(shownByLabels) as [ShownBy, ...ShownBy[]]
