import type { Ending } from '#domain/admission/ending.ts'
import { itemsToAskOf } from '#domain/admission/requests.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { ReferralCase } from './case.ts'
import { type Chases, chaseDueOf } from './chases.ts'
import { contactOfSource } from './contact-of-source.ts'

/** Who knows her, each with what they are to be asked for, what they were asked, and what came of it. */
export function sourcesOf(db: ReadDb, file: ReferralCase, chases: Chases, ending: Ending | null) {
  const { information } = file.rules
  return file.sources.map((source) => {
    const own = file.requests.filter(({ sourceId }) => sourceId === source.recordId)
    const expected = itemsToAskOf(source, file.sources, information, file).map(({ id }) => id)
    const ids = [...new Set([...expected, ...own.map(({ itemId }) => itemId)])]
    return {
      ...source,
      route: contactOfSource(db, file, source),
      items: ids.flatMap((itemId) => {
        const rule = information.items.find(({ id }) => id === itemId)
        if (!rule) return []
        const request = own.find((one) => one.itemId === itemId)
        return [
          {
            itemId,
            title: rule.title,
            requestId: request?.recordId ?? null,
            outcome: request?.outcome ?? null,
            askedOf: request?.askedOf ?? null,
            askedAt: request?.askedAt ?? null,
            receivedAt: request?.receivedAt ?? null,
            chaseDueAt: request ? chaseDueOf(request, chases, ending) : null,
            chased: request
              ? chases.filter((one) => one.informationItemId === request.recordId).length
              : 0,
          },
        ]
      }),
    }
  })
}
