import { z } from 'zod'
import { civilDateSchema } from '../shared/calendar.ts'
import { line, note, optionalText } from '../shared/text.ts'
import type { CivilDate } from '../shared/time.ts'

/** How a course was held (domain.md 5.2). */
export const trainingModes = ['in-person', 'live-online', 'e-learning'] as const
export type TrainingMode = (typeof trainingModes)[number]

export const trainingModeLabels: Record<TrainingMode, string> = {
  'in-person': 'In person',
  'live-online': 'Live, online',
  'e-learning': 'E-learning',
}

/** What a course teaches, as far as a rule asks for it. */
export const trainingSubjects = ['safeguarding', 'life-support', 'other'] as const
export type TrainingSubject = (typeof trainingSubjects)[number]

/** The agencies beside the unit's own trust that may deliver or attend (domain.md 5.2). */
export const agencies = [
  'social-care',
  'police',
  'health-visiting',
  'maternity',
  'acute-hospital',
  'gp',
  'courts-and-law',
  'cafcass',
  'probation',
  'education',
  'voluntary-sector',
  'safeguarding-partnership',
  'other-nhs-trust',
] as const
export type Agency = (typeof agencies)[number]

export const agencyLabels: Record<Agency, string> = {
  'social-care': "Children's social care",
  police: 'Police',
  'health-visiting': 'Health visiting',
  maternity: 'Maternity',
  'acute-hospital': 'Acute hospital',
  gp: 'General practice',
  'courts-and-law': 'Courts and legal services',
  cafcass: 'Cafcass',
  probation: 'Probation',
  education: 'Education and early years',
  'voluntary-sector': 'Voluntary sector',
  'safeguarding-partnership': 'Safeguarding partnership',
  'other-nhs-trust': 'Another NHS trust',
}

/** A member of staff, as far as training asks. */
export interface StaffMember {
  staffId: string
  profession: string
  /** substantive, bank, agency or student */
  employment: string
  startedOn: CivilDate
  leftOn: CivilDate | null
}

/** One person's completion of one course. */
export interface Certificate {
  recordId: string
  version: number
  staffId: string
  subject: TrainingSubject
  /** The safeguarding level that it reaches; null where it reaches none. */
  level: string | null
  topics: readonly string[]
  /** Null where the record does not say. */
  completedOn: CivilDate | null
  /** The date printed on it; null where there is none. */
  expiresOn: CivilDate | null
  /** True where another agency delivered it; null where that was not recorded. */
  deliveredByAnother: boolean | null
  /** The other agencies that took part; null where that was not recorded. */
  agenciesPresent: readonly string[] | null
  minutes: number | null
}

const topicIds = z.array(z.string().regex(/^TRN-\d{2}$/, 'Choose topics from the list'))
const minutesSchema = z
  .int('Enter whole minutes')
  .min(1, 'Enter how long it took')
  .max(60 * 24 * 30, 'Enter less than 30 days')
const agencyList = z
  .array(z.enum(agencies, 'Choose agencies from the list'))
  .max(agencies.length, 'Each agency is counted once')

/** Left out, null and empty all mean: not recorded. */
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null)

/** A course as it stands in the list of courses; `courseFaults` holds it against the set in force. */
export const courseInput = z.strictObject({
  title: line,
  subject: z.enum(trainingSubjects, 'Choose what the course teaches'),
  level: orNull(z.string().trim().min(1)),
  topics: topicIds,
  provider: line,
  /** Null where nobody knows yet whether another agency delivers it. */
  deliveredByAnother: orNull(z.boolean('Say whether another agency delivers it')),
  mode: z.enum(trainingModes, 'Choose how it is held'),
  minutes: orNull(minutesSchema),
  /** How long a certificate of this course counts, where its provider says so. */
  validMonths: orNull(z.int('Enter whole months').min(1).max(120)),
})
export type CourseInput = z.output<typeof courseInput>

/**
 * One person's certificate; `certificateFaults` judges its dates. It keeps the course's level and topics as
 * they were that day: a course that changes later does not change what was learnt.
 */
export const certificateInput = z.strictObject({
  staffId: z.uuid('Choose the person'),
  courseId: z.uuid('Choose the course'),
  completedOn: civilDateSchema,
  /** The date printed on it. */
  expiresOn: orNull(civilDateSchema),
  topics: topicIds,
  /** The other agencies that took part; empty for none, null where that is not known. */
  agenciesPresent: orNull(agencyList),
  /** Where it differs from the course's own. */
  minutes: orNull(minutesSchema),
  reflection: optionalText(note),
})
export type CertificateInput = z.output<typeof certificateInput>
