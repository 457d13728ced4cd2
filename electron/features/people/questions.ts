import type { z } from 'zod'
import { latestNextAsk } from '#domain/people/asking.ts'
import { isAnswer, openSpans } from '#domain/people/family-history.ts'
import { answerKey } from '#domain/people/unknowns.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { actOfUnit } from '#domain/shared/plausible.ts'
import { carries } from '#domain/shared/provenance.ts'
import { personQuestion, questionAsking } from '#drizzle/schema/people-questions.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { basisContent, checkBasis, checkFloor, factService } from './facts.ts'
import { type FamilyRecord, familiesOf } from './family-rows.ts'
import { peopleRulesAt } from './people-rules.ts'
import { personById } from './queries.ts'
import { needSafeToAsk } from './safe-to-ask.ts'
import type { askingInput, questionInput } from './schemas.ts'

type QuestionInput = z.output<typeof questionInput>

/** A question of one's own, beside those that follow from what is recorded. */
export const ownQuestions = factService({
  table: personQuestion,
  entity: 'person-question',
  whose: ['personId'],
  check: (ctx: CommandContext, input: QuestionInput) => {
    personById(ctx.db, input.personId, 'personId')
  },
  content: (input: QuestionInput) => input,
  patients: (input) => [input.personId],
})

type AskingInput = z.output<typeof askingInput>

/** Somebody was asked again: what was answered, on what basis, and when it is asked next. */
export const questionAskings = factService({
  table: questionAsking,
  entity: 'question-asking',
  whose: ['personId'],
  check(ctx: CommandContext, input: AskingInput) {
    const { span, knownSince, family } = openQuestion(ctx, input)
    checkBasis(input.basis, ctx.now)
    if (input.askedAt > ctx.now)
      refuseField('askedAt', 'This time is in the future. Enter when it was asked')
    checkFloor('askedAt', input.askedAt, actOfUnit(knownSince, 'family'))
    // Whoever rings of themselves is written down; whom the unit asks obeys the record (decision 30).
    if (!carries(input.basis.kind) && input.basis.by !== undefined)
      needSafeToAsk(ctx.db, membersOf(family), input.basis.by, 'basis.by')
    if (isAnswer({ basisKind: input.basis.kind })) return checkAnswer(input, span.closedBy)
    if (input.nextAskAt === null) refuseField('nextAskAt', 'Enter when it is asked next')
    if (input.nextAskAt <= input.askedAt)
      refuseField('nextAskAt', 'This is before it was asked. Enter when it is asked next')
    const latest = latestNextAsk(input.askedAt, peopleRulesAt(ctx.db, ctx.now))
    if (input.nextAskAt > latest)
      refuseField('nextAskAt', `Ask again by ${formatDateTime(latest)} at the latest`)
  },
  content: ({ basis, motherId: _, ...input }: AskingInput) => ({
    ...input,
    ...basisContent(basis),
  }),
  patients: (input) => [input.personId],
})

/** The question as it stands open, and since when its family is known here; refuses where it was closed meanwhile. */
function openQuestion(ctx: CommandContext, input: AskingInput) {
  const [family] = familiesOf(ctx.db, [input.motherId])
  const spans = family ? openSpans(family, ctx.now) : []
  const wanted = answerKey(input.personId, input.questionKey)
  const open = spans.find(
    ({ unknown, to }) => to === null && answerKey(unknown.aboutId, unknown.key) === wanted,
  )
  if (!open || !family) refuse('not-found', 'This question is closed. Open the page again')
  return { span: open.unknown, knownSince: family.windows[0]?.from ?? ctx.now, family }
}

const membersOf = ({ motherId, babies }: FamilyRecord): string[] => [
  motherId,
  ...babies.map(({ personId }) => personId),
]

const elsewhere = {
  statement: 'Record who it is under people and ties, with this basis: that closes the question',
  'legal-status': 'Record the legal status of the baby, with this basis: that closes the question',
  document: 'Record the document with the legal status: that closes the question',
  settling: 'Settle which of the two statements holds: that closes the question',
  'end-of-status':
    'Record that the one status has ended, or mark the wrong one as entered in error: that closes the question',
} as const

function checkAnswer(input: AskingInput, closedBy: 'answer' | keyof typeof elsewhere): void {
  if (closedBy !== 'answer') refuseField('basis.kind', elsewhere[closedBy])
  if (input.nextAskAt !== null)
    refuseField('nextAskAt', 'Leave this empty: what is established is not asked again')
}
