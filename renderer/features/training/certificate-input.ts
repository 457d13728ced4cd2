import type { act, InputOf } from '../../api.ts'
import type { Typed } from '../../ui/form/use-draft.ts'
import type { CertificateView, CourseView } from './view.ts'
import { hoursTyped } from './words.ts'

export type CertificateInput = InputOf<typeof act.training.recordCertificate.mutate>

/** A certificate as the form's fields give it. */
export interface TypedCertificate
  extends Pick<
    CertificateInput,
    'courseId' | 'completedOn' | 'expiresOn' | 'minutes' | 'basis' | 'reflection' | 'attachmentHash'
  > {
  agencies: 'yes' | 'no' | 'not-known'
  agenciesPresent?: CertificateInput['agenciesPresent']
  /** Not asked of a course without topics. */
  taught?: 'all' | 'some'
  topics?: string[]
}

/** What is sent: "no" is nobody, "not known" stays not known, and "all" are the topics that are offered. */
export function certificateInput(
  staffId: string,
  { agencies, agenciesPresent, taught, topics, ...typed }: TypedCertificate,
  offered: readonly string[],
): CertificateInput {
  return {
    ...typed,
    staffId,
    topics: taught === 'all' ? [...offered] : (topics ?? []),
    agenciesPresent: agencies === 'yes' ? (agenciesPresent ?? []) : agencies === 'no' ? [] : null,
  }
}

/** A certificate as it stands, typed into the form again for a correction. */
export function typedAgain(
  one: CertificateView,
  course: CourseView | undefined,
  offered: readonly string[],
): Typed {
  const { agenciesPresent } = one
  return {
    courseId: one.courseId,
    completedOn: one.completedOn ?? '',
    expiresOn: one.expiresOn ?? '',
    minutes: one.minutes === null || one.minutes === course?.minutes ? '' : hoursTyped(one.minutes),
    agencies: agenciesPresent === null ? 'not-known' : agenciesPresent.length > 0 ? 'yes' : 'no',
    agenciesPresent: agenciesPresent ?? [],
    taught: offered.every((topic) => one.topics.includes(topic)) ? 'all' : 'some',
    topics: one.topics,
    reflection: one.reflection ?? '',
  }
}
