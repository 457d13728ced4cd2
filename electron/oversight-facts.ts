import { openReferralIds } from './features/admission/open-referrals.ts'
import { referralLines } from './features/admission/view.ts'
import { findingFive } from './features/assurance/finding-five.ts'
import { boardAt } from './features/board/cards.ts'
import type { OversightFacts } from './features/oversight/facts.ts'
import { staysOfMother } from './features/stays/queries.ts'
import { openEpisodes } from './features/unwell-baby/running.ts'
import { trustedNow } from './platform/trusted-now.ts'

/** What the self-check asks of the features that know it. */
export const oversightFacts: OversightFacts = {
  requirements: () => findingFive.requirements.map(({ id, short }) => ({ id, short })),
  overdue: ({ db, now }) => boardAt(db, trustedNow(db, now)).overdue,
  openEpisodes: ({ db, now }) =>
    openEpisodes(db, now).map(({ episode, since }) => ({
      episodeId: episode.episodeId,
      pairId: episode.concern.pairId,
      since,
    })),
  referralsOvertaken: ({ db, now }) =>
    referralLines(db, openReferralIds(db), now)
      .filter(({ open, stayId, mother, receivedAt }) => {
        const came = staysOfMother(db, mother.id).some(({ arrivedAt }) => arrivedAt >= receivedAt)
        return open && stayId === null && came
      })
      .map(({ id, mother, receivedAt }) => ({ referralId: id, motherId: mother.id, receivedAt })),
}
