import { cultureRuleSet } from '#domain/culture/rule-content.ts'
import { spotTopicLabels, topicsFor } from '#domain/culture/spot-questions.ts'
import { addDays, dateOf } from '#domain/shared/calendar.ts'
import { groupLabel, isInPost } from '#domain/users/staff-groups.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { ruleInForce } from '../rule-sets/in-force.ts'
import { listStaff } from '../users/staff-service.ts'
import { familyOf, namesOf, pairsHere } from './family-of.ts'
import { spotChecksDue, statusesOf } from './spot-due.ts'
import { spotRows } from './spot-rows.ts'
import { questionsOf } from './spot-service.ts'

/** How far back the list goes. */
const shownDays = 366

/** The babies with a plan or order and when staff were last asked about each; and the checks of a year. */
export function spotChecksView({ db, now, actor }: ReadContext) {
  const today = dateOf(now)
  const rules = ruleInForce(db, cultureRuleSet, now).content
  const staff = new Map(listStaff(db).map((one) => [one.recordId, one]))
  const checks = spotRows(db, addDays(now, -shownDays))
  const here = pairsHere(db)
  const due = spotChecksDue(db, here, now)
  const families = new Map(
    [...new Set(checks.map(({ pairId }) => pairId))].map((id) => [id, familyOf(db, id)]),
  )
  const name = namesOf(
    db,
    [...families.values()].map(({ pair }) => pair.babyId),
  )
  return {
    withinDays: rules.spotCheckWithin.days,
    staff: [...staff.values()]
      .filter((one) => isInPost(one, today) && one.recordId !== actor.staffId)
      .map((one) => ({ id: one.recordId, name: one.name, group: groupLabel(one) })),
    babies: here.flatMap(({ pairId, babyId, baby }) => {
      const inForce = statusesOf(db, babyId, now)
      const topics = topicsFor(inForce.map(({ status }) => status.code))
      if (topics.length === 0) return []
      const last = checks.find((one) => one.pairId === pairId)?.askedAt ?? null
      return [
        {
          pairId,
          baby,
          statuses: inForce.map(({ status }) => status.label),
          topics: topics.map((topic) => spotTopicLabels[topic]),
          last,
          due: due.get(pairId) ?? null,
        },
      ]
    }),
    checks: checks.map((check) => {
      const answers = JSON.parse(check.answers) as Record<string, string>
      const asked = staff.get(check.staffId)
      return {
        id: check.recordId,
        version: check.version,
        baby: name(families.get(check.pairId)?.pair.babyId ?? ''),
        staff: asked?.name ?? '',
        group: asked ? groupLabel(asked) : '',
        askedAt: check.askedAt,
        askedBy: staff.get(check.author)?.name ?? '',
        answered: check.answeredAt !== null,
        late: check.answeredAt === null && check.dueAt < now,
        right: check.rightAnswers,
        talked: check.talked,
        questions: questionsOf(db, check).map(({ id, text, options, right }) => ({
          id,
          text,
          options,
          // What is right is told once the answers are on record.
          right: check.answeredAt === null ? null : right,
          chosen: answers[id] ?? null,
        })),
      }
    }),
    patients: [
      ...new Set([
        ...here.flatMap(({ babyId, motherId }) => [babyId, motherId]),
        ...[...families.values()].flatMap(({ patients }) => patients),
      ]),
    ],
  }
}
