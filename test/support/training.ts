import type { TestUnit, TestUser } from './app.ts'

/** A course as the safeguarding lead would add it: level 3, by another agency, with the topics of care proceedings. */
export const level3Course = {
  title: 'Safeguarding children, level 3',
  subject: 'safeguarding',
  level: '3',
  topics: ['TRN-01', 'TRN-02', 'TRN-03', 'TRN-04', 'TRN-05'],
  provider: 'Invented Safeguarding Partnership',
  deliveredByAnother: true,
  mode: 'in-person',
  minutes: 480,
  validMonths: null,
}

export const lifeSupportCourse = {
  ...level3Course,
  title: 'Paediatric life support',
  subject: 'life-support',
  level: null,
  topics: ['TRN-11'],
  deliveredByAnother: false,
  minutes: 240,
  validMonths: 12,
}

/** A certificate of a course as it is typed in. */
export const aCertificateOf = (
  staffId: string,
  courseId: string,
  changes: Record<string, unknown> = {},
) => ({
  staffId,
  courseId,
  completedOn: '2026-06-01',
  topics: level3Course.topics,
  agenciesPresent: ['social-care'],
  basis: { kind: 'document', document: 'Certificate', on: '2026-06-02' },
  ...changes,
})

/** Adds the course of level 3 and records it for these people, in date. */
export async function trainAll(unit: TestUnit, people: readonly Pick<TestUser, 'staffId'>[]) {
  const lead = unit.as('safeguarding-lead')
  const { id: courseId } = await lead.ok('training.addCourse', level3Course)
  for (const { staffId } of people)
    await lead.ok('training.recordCertificate', aCertificateOf(staffId, courseId))
  return courseId
}

/** The ward manager declares the register complete, or takes it back. */
export async function declare(unit: TestUnit, complete: boolean): Promise<void> {
  const manager = unit.as('ward-manager')
  const { version } = await manager.ok<{ version: number }>('training.register')
  await manager.ok('training.declareRegister', { version, complete, reason: 'Every file was read' })
}
