/** The words of supervision, reflection and partnership. Codes are what is stored. */

export const sessionKinds = [
  'reflective',
  'joint-reflection',
  'safeguarding-supervision',
  'clinical-supervision',
] as const
export type SessionKind = (typeof sessionKinds)[number]

export const sessionKindLabels: Record<SessionKind, string> = {
  reflective: 'Reflective session',
  'joint-reflection': 'Reflection together with social workers',
  'safeguarding-supervision': 'Safeguarding supervision',
  'clinical-supervision': 'Clinical supervision',
}

/** What counts as a reflective session of the staff who came (assurance.md 5f-1). */
export const isReflective = (kind: SessionKind): boolean =>
  kind === 'reflective' || kind === 'joint-reflection'

/** What leads to a reflection within 10 working days (domain.md 5.3), and what is none of it. */
export const sessionPrompts = [
  'ordinary',
  'hospital',
  'bruise',
  'supervision-dispute',
  'refusal',
  'separation',
] as const
export type SessionPrompt = (typeof sessionPrompts)[number]

export const sessionPromptLabels: Record<SessionPrompt, string> = {
  ordinary: 'Nothing special: it was its turn',
  hospital: 'A baby went to the emergency department',
  bruise: 'A bruise or injury in a baby who is not yet mobile',
  'supervision-dispute': 'A dispute about a change of supervision',
  refusal: 'A partner agency refused',
  separation: 'A mother and baby were separated',
}

export const learningSources = [
  'session',
  'episode',
  'drill',
  'audit',
  'complaint',
  'other',
] as const
export type LearningSource = (typeof learningSources)[number]

export const learningSourceLabels: Record<LearningSource, string> = {
  session: 'A session of reflection or supervision',
  episode: 'The debrief of an episode',
  drill: 'A drill',
  audit: 'An audit or a visit',
  complaint: 'A complaint or a compliment',
  other: 'Something else',
}

export const checkOutcomes = ['held', 'partly', 'not'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

export const checkOutcomeLabels: Record<CheckOutcome, string> = {
  held: 'Yes: it is how we work now',
  partly: 'In part',
  not: 'No: it fell back',
}

export const disagreementTopics = [
  'threshold',
  'plan',
  'information',
  'attendance',
  'placement',
  'contact',
  'other',
] as const
export type DisagreementTopic = (typeof disagreementTopics)[number]

export const disagreementTopicLabels: Record<DisagreementTopic, string> = {
  threshold: 'Whether the threshold is reached',
  plan: 'The plan for the child',
  information: 'Information that was not shared',
  attendance: 'Who came, or was not invited',
  placement: 'Where mother and baby live, or discharge',
  contact: 'Contact, leave or supervision',
  other: 'Something else',
}

export const stepOutcomes = ['resolved', 'escalated'] as const
export type StepOutcome = (typeof stepOutcomes)[number]

export const attendanceAnswers = ['yes', 'no', 'not-known'] as const
export type AttendanceAnswer = (typeof attendanceAnswers)[number]

export const attendanceLabels: Record<AttendanceAnswer, string> = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known',
}

export const reportAnswers = ['sent', 'not-sent', 'not-known'] as const
export type ReportAnswer = (typeof reportAnswers)[number]

export const reportLabels: Record<ReportAnswer, string> = {
  sent: 'Sent',
  'not-sent': 'Not sent',
  'not-known': 'Not known',
}
