import { leaveApartRuleSet } from '#domain/leave/apart-content.ts'
import { leavePlaces } from '#domain/leave/record.ts'
import { leaveLimitsRuleSet } from '#domain/leave/rule-content.ts'
import { positionOf } from '#domain/leave/section-17.ts'
import { outWithHer, type Persons } from '#domain/leave/standing.ts'
import { type EscortContact, escortContactLabels } from '#domain/shared/escort/escort-content.ts'
import { limitText } from '#domain/shared/limits.ts'
import { mentalHealthActStatusOf } from '#domain/shared/mental-health-act.ts'
import { notBackSince } from '#domain/shared/not-back.ts'
import type { Instant } from '#domain/shared/time.ts'
import { placeName, supervisionRuleSetKind } from '#domain/supervision/rule-content.ts'
import type { ReadContext } from '../../platform/serve.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { personById } from '../people/queries.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { staffNameOf } from '../users/staff-names.ts'
import { actCodeAt } from './by-rule.ts'
import { type LeaveCase, leaveCase, patientsOf } from './case.ts'
import { type Leave, type Missing, outingsOf } from './rows.ts'
import { recallOf } from './still-stands.ts'

const fullName = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  `${givenName} ${familyName}`

/** The names of the places of leave, in the words of the supervision rules. */
export function placeNames(db: ReadDb, at: Instant): Record<string, string> {
  const { content } = ruleInForce(db, supervisionRuleSetKind, at)
  return Object.fromEntries(leavePlaces.map((place) => [place, placeName(content, place)]))
}

interface Reached {
  whom: EscortContact
  name: string
  at: Instant
}

/** Whether everybody who is searched for is out on leave: their return is recorded from it. */
const allOnLeave = (leaves: readonly Leave[], { mother, babies }: Persons): boolean =>
  (!mother || leaves.some(({ standing }) => standing.out.mother)) &&
  babies.every((one) => leaves.some(({ standing }) => standing.out.babies.includes(one)))

/** Who of a search that has ended is not here, by name; nobody once the stay has ended. */
function notBackOf(
  { stay, leaves, missing }: Pick<LeaveCase, 'stay' | 'leaves' | 'missing'>,
  search: Missing,
  mother: string,
  named: (ids: readonly string[]) => string[],
): string[] {
  if (stay.endedAt !== null) return []
  const who = notBackSince(search, outingsOf(leaves), missing)
  return [...(who.mother ? [mother] : []), ...named(who.babies)]
}

/** The leave of one stay: the mother's position under the Act, what is granted, asked for, taken, and who is missing. */
export function leaveView(ctx: ReadContext, stayId: string) {
  const found = leaveCase(ctx, stayId)
  const { stay, pairs, now } = found
  const nameOf = staffNameOf(ctx.db)
  const places = placeNames(ctx.db, now)
  const code = actCodeAt(ctx.db, stay.motherId, now)
  const limits = ruleInForce(ctx.db, leaveLimitsRuleSet, now).content
  const apart = ruleInForce(ctx.db, leaveApartRuleSet, now).content
  const babies = pairs.map(({ id, babyId }) => ({
    pairId: id,
    babyId,
    name: fullName(personById(ctx.db, babyId)),
  }))
  const called = new Map(babies.map(({ pairId, name }) => [pairId, name]))
  const named = (ids: readonly string[]) =>
    ids.map((one) => called.get(one) ?? 'A baby who has left')
  const nameOfMother = fullName(personById(ctx.db, stay.motherId))
  return {
    at: now,
    open: stay.endedAt === null,
    people: patientsOf(
      found,
      pairs.map(({ id }) => id),
    ),
    mother: nameOfMother,
    babies,
    places: leavePlaces.map((place) => ({ place, name: places[place] ?? place })),
    act: {
      code,
      detained: code !== null && mentalHealthActStatusOf(code).leave !== 'not-detained',
      restricted: code !== null && mentalHealthActStatusOf(code).leave === 'ministry',
      text: positionOf(code, undefined).text.slice(0, 1),
    },
    limits: {
      withBaby: limitText(limits.withBaby.limit),
      withoutBaby: limitText(limits.withoutBaby.limit),
    },
    ring: {
      late: limits.late,
      missingWithBaby: limits.missingWithBaby,
      missingWithoutBaby: limits.missingWithoutBaby,
      lateBabyAlone: apart.late,
      missingBabyAlone: apart.missing,
    },
    grants: found.grants.map((grant) => ({
      ...grant,
      placeNames: grant.places.map((place) => places[place] ?? place),
      enteredBy: nameOf(grant.author),
    })),
    leaves: found.leaves
      .map((leave) => ({
        ...leave,
        placeName: places[leave.place] ?? leave.place,
        babyNames: named(leave.babies),
        recall: recallOf(ctx.db, found, leave, now),
        decision: leave.decision && {
          ...leave.decision,
          facts: undefined,
          by: nameOf(leave.decision.author),
          second: leave.decision.secondSignerId && nameOf(leave.decision.secondSignerId),
          reached: (JSON.parse(leave.decision.reached) as Reached[]).map((one) => ({
            ...one,
            label: escortContactLabels[one.whom],
          })),
        },
        departure: leave.departure && {
          ...leave.departure,
          babyNames: named(leave.departure.babies),
          by: nameOf(leave.departure.author),
        },
        returns: leave.returns.map((one) => ({
          ...one,
          babyNames: named(one.babies),
          by: nameOf(one.author),
        })),
      }))
      .reverse(),
    missing: found.missing
      .map((one) => ({
        ...one,
        babyNames: named(one.babies),
        by: nameOf(one.author),
        allOnLeave: allOnLeave(found.leaves, one),
        /** Found, or with the police, and not back: by name. */
        notBack: notBackOf(found, one, nameOfMother, named),
        /** Out with the mother who is searched for, and nobody searches for them. */
        outWithHer: one.mother && one.endedAt === null ? named(outWithHer(found.leaves)) : [],
      }))
      .reverse(),
  }
}
