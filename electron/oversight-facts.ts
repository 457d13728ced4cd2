import { catalogue } from '#domain/assurance/catalogue.ts'
import { percentText, quantityText } from '#domain/assurance/figure-text.ts'
import { measureLevel } from '#domain/assurance/levels.ts'
import { figureOf } from '#domain/assurance/measure.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { openReferralIds } from './features/admission/open-referrals.ts'
import { referralLines } from './features/admission/view.ts'
import { findingFive } from './features/assurance/finding-five.ts'
import { runMeasuresOf } from './features/assurance/runs.ts'
import { cutNow } from './features/assurance/view.ts'
import { boardAt } from './features/board/cards.ts'
import type { OversightFacts } from './features/oversight/facts.ts'
import { staysOfMother } from './features/stays/queries.ts'
import { openEpisodes } from './features/unwell-baby/running.ts'
import { trustedNow } from './platform/trusted-now.ts'

/** What the self-check asks of the features that know it. */
export const oversightFacts: OversightFacts = {
  requirements: () => findingFive.requirements.map(({ id, short }) => ({ id, short })),
  measures: () => catalogue.map(({ id, pass }) => ({ id, title: pass })),
  figureOf: (ctx, id, { first, last }) => {
    const runs = runMeasuresOf(ctx.db, periodOfDays(first, last), cutNow(ctx), undefined, [id])
    const run = runs.find(({ measure }) => measure.id === id)
    const figure = figureOf(run?.members ?? [])
    const { minimumN, unit, safetyCritical } = run?.measure ?? {
      minimumN: 1,
      unit: 'count' as const,
      safetyCritical: false,
    }
    return {
      text: `${id}: ${percentText(figure)} of n ${quantityText(figure.denominator, unit)}`,
      level: measureLevel({ id, figure, minimumN, unit, safetyCritical }).level,
    }
  },
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
