import { buildReport } from '#domain/assurance/build-report.ts'
import type { ReportModel } from '#domain/assurance/report-model.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import type { Cut } from '#domain/shared/time.ts'
import { cutAt } from '../../platform/cut.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { Session } from '../../platform/session.ts'
import { contentHash } from './content-hash.ts'
import { gatherReport } from './gather.ts'
import { makePseudonyms, type Pseudonyms } from './pseudonyms.ts'
import type { PeriodInput } from './schemas.ts'

/** One key for each session: what a person sees twice in a session has one pseudonym (decision 37). */
const ofSession = new WeakMap<Session, Pseudonyms>()

function pseudonymsOf(session: Session): Pseudonyms {
  const known = ofSession.get(session) ?? makePseudonyms()
  ofSession.set(session, known)
  return known
}

/** The cut that is asked for; without one, now. Refuses one of the future. */
export function cutOf(ctx: ReadContext, asked: Cut | undefined): Cut {
  const now = cutAt(ctx.db, ctx.now)
  if (asked === undefined) return now
  if (asked.auditSeq > now.auditSeq || asked.at > ctx.now)
    refuseField('cut', 'This moment is still to come')
  return asked
}

/** The figures of a period as the screen shows them: the model of a report that nobody has asked for yet. */
export function assuranceView(ctx: ReadContext, input: PeriodInput): ReportModel {
  const period = periodOfDays(input.first, input.last)
  if (period.from > ctx.now) refuseField('first', 'This period has not begun')
  const { of } = pseudonymsOf(ctx.session)
  return buildReport(
    gatherReport(ctx.db, period, cutOf(ctx, input.cut), {
      version: 1,
      state: 'draft',
      distribution: [],
      preparedBy: null,
      approvedBy: null,
    }),
    { pseudonym: of, hash: contentHash },
  )
}

type WithMembers = ReportModel['requirements'][number]

/** A requirement without the list of its records: what a table shows. */
export function summaryOf(requirement: WithMembers) {
  return {
    ...requirement,
    linesOfEnquiry: requirement.linesOfEnquiry.map((enquiry) => ({
      ...enquiry,
      measures: enquiry.measures.map(({ members: _, ...measure }) => measure),
    })),
  }
}
