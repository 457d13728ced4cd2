import type { Finding } from '#domain/oversight/self-check.ts'
import { legalStatusOf } from '#domain/shared/legal-status.ts'
import { legalStandingAt } from '#domain/shared/legal-status-at.ts'
import { childLegalStatus, person } from '#drizzle/schema/people.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { currentStays, pairsInStay } from '../stays/queries.ts'

const statuses = standing(
  childLegalStatus,
  ['recordId', 'personId', 'code', 'startsAt', 'endsAt', 'endedAt', 'recordedAt', 'documentId'],
  't.person_id in (select value from json_each(@ids))',
)
const people = standing(
  person,
  ['recordId', 'givenName', 'familyName'],
  't.record_id in (select value from json_each(@ids))',
)

/** Every baby on the unit with what is in force for it. */
function babiesNow({ db, now }: ReadContext) {
  const together = currentStays(db).flatMap(({ id, motherId }) =>
    pairsInStay(db, id)
      .filter(({ endedAt }) => endedAt === null)
      .map(({ babyId, startedAt }) => ({ stayId: id, motherId, babyId, startedAt })),
  )
  const ids = JSON.stringify(together.map(({ babyId }) => babyId))
  const facts = Map.groupBy(statuses.at(db, newest, { ids }), ({ personId }) => personId)
  const names = new Map(people.at(db, newest, { ids }).map((row) => [row.recordId, row]))
  return together.map(({ babyId, ...rest }) => {
    const own = facts.get(babyId) ?? []
    const { givenName = '', familyName = '' } = names.get(babyId) ?? {}
    return {
      ...rest,
      babyId,
      name: `${givenName} ${familyName}`,
      facts: own,
      inForce: legalStandingAt(own, now).inForce,
      documentOf: new Map(own.map(({ recordId, documentId }) => [recordId, documentId])),
    }
  })
}

type Baby = ReturnType<typeof babiesNow>[number]

const finding = (
  { babyId, motherId, name }: Baby,
  id: string,
  about: string,
  since: string | null,
): Finding => ({
  id,
  what: name,
  about,
  since,
  leadsTo: { page: 'family', motherId },
  people: [babyId, motherId],
})

export const noStatus = (ctx: ReadContext): Finding[] =>
  babiesNow(ctx)
    .filter(({ facts }) => facts.length === 0)
    .map((baby) => finding(baby, baby.babyId, 'nothing recorded since the arrival', baby.startedAt))

export const statusRunOut = (ctx: ReadContext): Finding[] =>
  babiesNow(ctx).flatMap((baby) =>
    baby.inForce
      .filter(({ endUnconfirmed }) => endUnconfirmed)
      .map(({ fact }) => finding(baby, fact.recordId, legalStatusOf(fact.code).label, fact.endsAt)),
  )

export const statusWithoutDocument = (ctx: ReadContext): Finding[] =>
  babiesNow(ctx).flatMap((baby) =>
    baby.inForce
      .filter(
        ({ fact }) =>
          baby.documentOf.get(fact.recordId) === null && legalStatusOf(fact.code).planOrOrder,
      )
      .map(({ fact }) =>
        finding(baby, fact.recordId, legalStatusOf(fact.code).label, fact.startsAt),
      ),
  )
