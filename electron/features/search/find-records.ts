import type { Find } from '#domain/search/found.ts'
import { dateOf, formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { folded } from '#domain/shared/folded-text.ts'
import { holdsWords } from '#domain/shared/search-terms.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { openLoops } from '../communications/queue.ts'
import { documentsToFind } from './documents.ts'
import { when } from './find-people.ts'
import { namesOf } from './names.ts'
import type { Subject } from './subject.ts'

/** Referrals of the mothers meant, the newest first. */
export function findReferrals({ db }: ReadContext, { referrals }: Subject): Find[] {
  const names = namesOf(
    db,
    referrals.map(({ motherId }) => motherId),
  )
  return referrals.map(({ id, motherId, receivedAt }) => ({
    id,
    title: names.get(motherId) ?? '',
    about: `received ${formatDate(dateOf(receivedAt))}`,
    leadsTo: { page: 'referral', referralId: id },
    people: [motherId],
  }))
}

/** Stays of the mothers meant, the newest first. */
export function findStays({ db }: ReadContext, { stays }: Subject): Find[] {
  const names = namesOf(
    db,
    stays.map(({ motherId }) => motherId),
  )
  return stays.map((stay) => ({
    id: stay.id,
    title: names.get(stay.motherId) ?? '',
    about: when(stay),
    leadsTo: { page: 'stay', stayId: stay.id },
    people: [stay.motherId],
  }))
}

/** Were these people meant by a number or a date of birth? Words are looked for in the record itself. */
function isAbout({ terms, mothers }: Subject, motherId: string): boolean {
  if (terms.nhsNumber === null && terms.bornOn === null) return true
  return [...mothers.values()].some((ids) => ids.includes(motherId))
}

/** Documents of the register by title, source and the names of mother and baby. */
export function findDocuments({ db }: ReadContext, subject: Subject): Find[] {
  return documentsToFind(db).flatMap(
    ({ id, title, source, motherId, stayId, referralId, family }) => {
      if (!isAbout(subject, motherId)) return []
      if (!holdsWords(folded(`${title} ${source} ${family}`), subject.terms.words)) return []
      return {
        id,
        title,
        about: `${source}, on ${family}`,
        leadsTo:
          stayId === null
            ? ({ page: 'referral', referralId: referralId ?? '' } as const)
            : ({ page: 'document', stayId, documentId: id } as const),
        people: [motherId],
      }
    },
  )
}

/** Open duties by what they are, whom they tell, and the names of mother and baby. */
export function findDuties(ctx: ReadContext, subject: Subject): Find[] {
  return openLoops(ctx).lines.flatMap(({ event, loop }) => {
    const { babyName, motherName, babyId, motherId } = event.family
    if (!isAbout(subject, motherId)) return []
    const text = [loop.label, loop.contact?.name, event.title, babyName, motherName].join(' ')
    if (!holdsWords(folded(text), subject.terms.words)) return []
    const due = loop.dueAt === null ? '' : `, by ${formatDateTime(loop.dueAt)}`
    return {
      id: loop.dutyId,
      title: `${event.title}: ${loop.label}`,
      about: `${babyName}${due}`,
      leadsTo: { page: 'duty', dutyId: loop.dutyId },
      people: [babyId, motherId],
    }
  })
}
