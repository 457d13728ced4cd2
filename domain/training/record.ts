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

/** A course as it stands in the list of courses. */
export const courseInput = z.object({
  title: line,
  subject: z.enum(trainingSubjects, 'Choose what the course teaches'),
  level: z.string().trim().min(1).nullable(),
  topics: topicIds,
  provider: line,
  deliveredByAnother: z.boolean('Say whether another agency delivers it').nullable(),
  mode: z.enum(trainingModes, 'Choose how it is held'),
  minutes: minutesSchema.nullable(),
  /** How long a certificate of this course counts, where its provider says so. */
  validMonths: z.int('Enter whole months').min(1).max(120).nullable(),
})
export type CourseInput = z.infer<typeof courseInput>

/**
 * One person's certificate. It keeps the course's level and topics as they were that day: a course that
 * changes later does not change what was learnt. `today` is the civil date of the entry.
 */
export const certificateInput = (today: CivilDate) =>
  z
    .object({
      staffId: z.uuid('Choose the person'),
      courseId: z.uuid('Choose the course'),
      completedOn: civilDateSchema,
      expiresOn: civilDateSchema.nullable(),
      topics: topicIds,
      agenciesPresent: agencyList.nullable(),
      minutes: minutesSchema.nullable(),
      evidence: optionalText(line),
      reflection: optionalText(note),
    })
    .superRefine((typed, context) => {
      const fault = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (typed.completedOn > today) fault('completedOn', 'Enter a date that is not in the future')
      if (typed.expiresOn !== null && typed.expiresOn < typed.completedOn) {
        fault('expiresOn', 'Enter an expiry on or after the day of completion')
      }
      if (new Set(typed.topics).size < typed.topics.length) fault('topics', 'Name each topic once')
    })
export type CertificateInput = z.infer<ReturnType<typeof certificateInput>>
