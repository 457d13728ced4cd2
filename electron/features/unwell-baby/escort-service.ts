import { formatDateTime } from '#domain/shared/calendar.ts'
import { type EscortChoice, loweredColumns } from '#domain/shared/escort/escort.ts'
import { type FieldMessage, refuse } from '#domain/shared/failure.ts'
import { permits } from '#domain/users/permissions.ts'
import { ruleOverride } from '#drizzle/schema/overrides.ts'
import { escortDecision } from '#drizzle/schema/unwell-baby-help.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { AuditNote, WriteTx } from '../../platform/unit-of-work.ts'
import { checkAct, episodeNote, record } from './acting.ts'
import { type EpisodeCase, episodeCase, peopleOf } from './case.ts'
import { type EscortByRule, escortByRule } from './escort-rule.ts'
import type { DecideEscortInput } from './schemas.ts'

/** The rule that a lower escort overrides, as it is counted in reports. */
export const escortOverrideRule = 'ESC-RULE'

/**
 * Decides who goes with the baby. As the rules say, or higher, is free; lower is a named override with a
 * reason, by somebody who may (decision 28). The facts and the revision are kept with the decision.
 */
export function decideEscort(
  ctx: CommandContext,
  input: DecideEscortInput,
): { decisionId: string; lowered: string[] } {
  const found = episodeCase(ctx.db, input.episodeId)
  const { decidedAt } = input
  checkAct(ctx, found, { kind: 'decide-escort', decidedAt }, [
    ...reachFaults(ctx, input),
    ...leaveFaults(ctx, input),
  ])
  const byRule = escortByRule(ctx.db, found.place, input.answers, decidedAt)
  holdUnread(input, byRule)
  const choice = input.choice ?? choiceOf(byRule.answer)
  const lowered = loweredColumns(byRule.answer, choice)
  if (lowered.length > 0) holdLower(ctx, lowered, input.because)
  return record(ctx, input.episodeId, (tx) => {
    const override = lowered.length > 0 ? overrideOf(tx, found, input.because ?? '') : undefined
    const made = tx.insert(escortDecision, {
      episodeId: input.episodeId,
      decidedAt,
      facts: JSON.stringify(byRule.facts),
      ...choice,
      escortNames: input.escortNames,
      reached: JSON.stringify(input.reached),
      overrideId: override?.recordId ?? null,
      ruleSetId: byRule.ruleSet.recordId,
      ...leaveColumns(input),
    })
    return {
      value: { decisionId: made.recordId, lowered },
      audit: [
        episodeNote(found, 'decide-escort', 'escort_decision', made, {
          payload: { lowered: lowered.length > 0 },
        }),
        ...(override ? [override.note] : []),
      ],
    }
  })
}

/** "As the rules say" is what whoever decides has read: where the rules say otherwise by then, it is read again. */
function holdUnread({ shown, choice, decidedAt }: DecideEscortInput, byRule: EscortByRule): void {
  if (shown === undefined || choice !== undefined) return
  const rule = choiceOf(byRule.answer)
  const columns = Object.keys(rule) as (keyof EscortChoice)[]
  if (columns.every((column) => rule[column] === shown[column])) return
  const says = byRule.text.slice(0, 2).join(' ')
  refuse(
    'clash',
    `At ${formatDateTime(decidedAt)} the rules said something else than the screen: ${says} Read them again; for a time that is past, decide otherwise and enter who went`,
    [{ field: 'decidedAt', message: `At this time the rules said: ${says}` }],
  )
}

const choiceOf = (answer: EscortChoice): EscortChoice => ({
  babyEscorts: answer.babyEscorts,
  motherEscorts: answer.motherEscorts,
  section17Escort: answer.section17Escort,
  motherMayGo: answer.motherMayGo,
})

const reachFaults = (ctx: CommandContext, { reached }: DecideEscortInput): FieldMessage[] =>
  reached.flatMap(({ at }, index) =>
    at > ctx.now
      ? [
          {
            field: `reached.${index}.at`,
            message: 'This is in the future. Enter when they were reached',
          },
        ]
      : [],
  )

/** Leave counts with who granted it, when, and the form that says so (decision 28: only the responsible clinician). */
function leaveFaults(ctx: CommandContext, { answers, leaveGrant }: DecideEscortInput) {
  if (!answers.leave.covers) return []
  if (leaveGrant === undefined)
    return [
      {
        field: 'leaveGrant.by',
        message: 'Enter the responsible clinician who granted the leave, when, and the form',
      },
    ]
  return leaveGrant.at > ctx.now
    ? [
        {
          field: 'leaveGrant.at',
          message: 'This is in the future. Enter when the leave was granted',
        },
      ]
    : []
}

const leaveColumns = ({ answers, leaveGrant }: DecideEscortInput) =>
  answers.leave.covers && leaveGrant
    ? {
        leaveGrantedBy: leaveGrant.by,
        leaveGrantedAt: leaveGrant.at,
        leaveDocument: leaveGrant.document,
      }
    : {}

function holdLower(ctx: CommandContext, lowered: readonly string[], because?: string): void {
  const what = `Lower than the rules say: ${lowered.join(', ').toLowerCase()}`
  if (!permits(ctx.actor.role, 'episode:escort-override'))
    refuse(
      'not-permitted',
      `${what}. Ask a nurse, a consultant or the ward manager to decide this`,
      [{ field: 'choice', message: `${what}. You may raise it freely` }],
    )
  if (because === undefined)
    refuse('held', `${what}. Say why, and it is recorded as an override by your name`, [
      { field: 'because', message: `${what}. Enter why` },
    ])
}

function overrideOf(
  tx: WriteTx,
  found: EpisodeCase,
  because: string,
): { recordId: string; note: AuditNote } {
  const { recordId } = tx.insert(ruleOverride, {
    subjectId: found.episodeId,
    ruleId: escortOverrideRule,
    because,
    secondPersonId: null,
    overriddenAt: tx.now,
  })
  const note = {
    action: 'override',
    entity: 'rule_override',
    entityId: recordId,
    patients: peopleOf(found),
    reason: because,
    payload: { rule: escortOverrideRule, episode: found.episodeId },
  }
  return { recordId, note }
}
