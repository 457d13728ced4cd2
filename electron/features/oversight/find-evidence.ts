import { evidenceFault } from '#domain/oversight/evidence.ts'
import type { Finding } from '#domain/oversight/self-check.ts'
import { dateOf, startOfDay } from '#domain/shared/calendar.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { evidenceRows } from './evidence-rows.ts'
import type { OversightFacts } from './facts.ts'

/** Requirements of the framework that no evidence is recorded for. */
export function withoutEvidence({ db }: ReadContext, { requirements }: OversightFacts): Finding[] {
  const covered = new Set(evidenceRows(db).flatMap((one) => one.requirements))
  return requirements()
    .filter(({ id }) => !covered.has(id))
    .map(({ id, short }) => ({
      id,
      what: `${id} ${short}`,
      about: 'no evidence is recorded',
      since: null,
      leadsTo: { page: 'evidence', evidenceId: null },
      people: [],
    }))
}

/** Evidence that is recorded and does not count today. */
export function evidenceNotCounting({ db, now }: ReadContext): Finding[] {
  const today = dateOf(now)
  return evidenceRows(db).flatMap((one) => {
    const fault = evidenceFault(one, today)
    return fault === null
      ? []
      : {
          id: one.recordId,
          what: one.title,
          about: `${fault.because}; for ${one.requirements.join(', ')}`,
          since: fault.on === null ? null : startOfDay(fault.on),
          leadsTo: { page: 'evidence', evidenceId: one.recordId },
          people: [],
        }
  })
}
