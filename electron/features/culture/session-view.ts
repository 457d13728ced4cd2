import { attendanceByGroup, attendanceRun } from '#domain/culture/attendance-run.ts'
import { isReflective, type SessionKind, type SessionPrompt } from '#domain/culture/codes.ts'
import { cultureRuleSet, labelIn } from '#domain/culture/rule-content.ts'
import type { Agency } from '#domain/people/record.ts'
import { addDaysToDate, addMonthsToDate, dateOf, startOfDay } from '#domain/shared/calendar.ts'
import { groupLabel, isInPost } from '#domain/users/staff-groups.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { listStaff } from '../users/staff-service.ts'
import { episodeLabel, episodesSince } from './episodes.ts'
import { seesWhoCame } from './seen-by.ts'
import { sessionsOf } from './session-rows.ts'

/** How far back the list and the run of attendance go. */
const shownMonths = 12
const shownSpans = 8

/**
 * The sessions of a year with counts by profession; who came by name only to those who may see it (decision
 * 39). The standing of each member of staff goes to the safeguarding lead alone.
 */
export function sessionsView(ctx: ReadContext) {
  const { db, now, actor } = ctx
  const today = dateOf(now)
  const rules = ruleInForce(db, cultureRuleSet, now).content
  const everybody = listStaff(db)
  const staff = new Map(everybody.map((one) => [one.recordId, one]))
  const name = (id: string) => staff.get(id)?.name ?? 'somebody who is not on the register'
  const days = rules.reflectiveEvery.days
  const since = [addMonthsToDate(today, -shownMonths), addDaysToDate(today, -days * shownSpans)]
  const sessions = sessionsOf(db, since.sort()[0] ?? today, today).map((one) => ({
    ...one,
    kind: one.kind as SessionKind,
  }))
  const exempt: ReadonlySet<string> = new Set(rules.notAskedOf.professions)
  const asked = everybody.filter(({ profession }) => !exempt.has(profession))
  const facts = { staff: asked, sessions }
  const first = sessions.findLast(({ kind }) => isReflective(kind))?.heldOn
  return {
    themes: rules.themes.map(({ id, name: label }) => ({ id, name: label })),
    every: {
      reflectiveDays: days,
      safeguardingMonths: rules.safeguardingSupervisionEvery.months,
      clinicalMonths: rules.clinicalSupervisionEvery.months,
      jointMonths: rules.jointReflectionEvery.months,
    },
    staff: everybody
      .filter((one) => isInPost(one, today))
      .map((one) => ({ id: one.recordId, name: one.name, group: groupLabel(one) })),
    episodes: episodesSince(db, startOfDay(addMonthsToDate(today, -shownMonths))),
    sessions: sessions.map((one) => ({
      id: one.recordId,
      version: one.version,
      kind: one.kind,
      heldOn: one.heldOn,
      minutes: one.minutes,
      theme: one.theme,
      themeName: labelIn(rules.themes, one.theme),
      prompt: one.prompt as SessionPrompt,
      facilitatorId: one.facilitatorId,
      ledBy: one.facilitatorId ? name(one.facilitatorId) : one.facilitatorFrom,
      facilitatorFrom: one.facilitatorFrom,
      outsideCount: one.outsideCount,
      agencies: one.agencies.split(' ').filter(Boolean) as Agency[],
      learnt: one.learnt,
      episodeId: one.episodeId,
      episode: episodeLabel(db, one.episodeId),
      counts: countsOf(one.attended.map((id) => staff.get(id))),
      came: seesWhoCame(actor, one) ? one.attended.map((id) => ({ id, name: name(id) })) : null,
    })),
    byGroup: attendanceByGroup(facts, today, days),
    // Before the first session on record nothing is known of who came.
    run: attendanceRun(facts, today, days, shownSpans).filter(
      ({ last }) => first !== undefined && first <= last,
    ),
    lastJoint: sessions.find(({ kind }) => kind === 'joint-reflection')?.heldOn ?? null,
    people: actor.role === 'safeguarding-lead' ? standingOfAll(asked, sessions, today) : null,
  }
}

type Staff = ReturnType<typeof listStaff>[number]

/** How many of each profession, in the order of their names. */
function countsOf(people: readonly (Staff | undefined)[]) {
  const groups = Map.groupBy(people, (one) => (one ? groupLabel(one) : 'Not on the register'))
  return [...groups]
    .map(([group, of]) => ({ group, n: of.length }))
    .sort((a, b) => (a.group < b.group ? -1 : 1))
}

type Sessions = readonly { kind: SessionKind; heldOn: string; attended: readonly string[] }[]

/** When each in post last came to each kind of session; newest sessions come first. */
const standingOfAll = (asked: readonly Staff[], sessions: Sessions, today: string) =>
  asked
    .filter((one) => isInPost(one, today))
    .map((one) => {
      const own = sessions.filter(({ attended }) => attended.includes(one.recordId))
      const last = (counts: (kind: SessionKind) => boolean) =>
        own.find(({ kind }) => counts(kind))?.heldOn ?? null
      return {
        id: one.recordId,
        name: one.name,
        group: groupLabel(one),
        reflective: last(isReflective),
        safeguarding: last((kind) => kind === 'safeguarding-supervision'),
        clinical: last((kind) => kind === 'clinical-supervision'),
      }
    })
