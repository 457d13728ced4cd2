import {
  bornInWords,
  correctedInWords,
  everyRowText,
  exactAgeInWords,
} from '#domain/shared/birth-words.ts'
import { dateOf, earlierOf } from '#domain/shared/calendar.ts'
import { responsibilityByStatus } from '#domain/shared/responsibility.ts'
import { elapsedText } from '#domain/unwell-baby/clock.ts'
import { isEnteredInError, recognisedFirst } from '#domain/unwell-baby/episode.ts'
import { bandsOf } from '#domain/unwell-baby/facts.ts'
import { findingLabels } from '#domain/unwell-baby/findings.ts'
import { nextStep, shownDueAt } from '#domain/unwell-baby/next-step.ts'
import { observeAgainMinutes, pathway, stepLabels } from '#domain/unwell-baby/pathway.ts'
import { concernOwnerLabels, helperLabels, outcomeLabels } from '#domain/unwell-baby/record.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest } from '../../platform/standing.ts'
import { toldInError } from '../communications/told-in-error.ts'
import { personById } from '../people/queries.ts'
import { onShift } from '../users/shift.ts'
import { staffNameOf } from '../users/staff-names.ts'
import type { EpisodeAround } from './around.ts'
import { asideView, bandsView, infectionView, observationsView } from './bands-view.ts'
import { careLines } from './care-lines.ts'
import { type EpisodeCase, episodeCase, peopleOf, rulesRecorded } from './case.ts'
import { clockStepSince, shownClock } from './clock-step.ts'
import { earlierVersions } from './earlier-versions.ts'
import { escortNow } from './escort-rule.ts'
import { helpView } from './help-view.ts'
import { marksView, withdrawnMarks } from './marks-view.ts'
import { paperView } from './paper-view.ts'
import { strategyView } from './strategy-service.ts'
import { tellStates } from './tell.ts'
import { callVersions, debriefVersions } from './versions.ts'

/** Everything that the page of an episode shows, as it stands now. */
export function episodePage(ctx: ReadContext, episodeId: string, around: EpisodeAround) {
  const { db, now, house } = ctx
  const episode = episodeCase(db, episodeId)
  const { facts, rules, concern, place, marks } = episode
  const nameOf = staffNameOf(db)
  const baby = personById(db, place.pair.babyId)
  const mother = personById(db, place.motherId)
  const babyName = `${baby.givenName} ${baby.familyName}`
  const motherName = `${mother.givenName} ${mother.familyName}`
  const clock = shownClock(house, episodeId, facts, now)
  const tell = tellStates(db, [episodeId], now)(episodeId)
  const before = {
    call: earlierVersions(callVersions.at(db, newest, { episodeId }), nameOf),
    debrief: earlierVersions(debriefVersions.at(db, newest, { episodeId }), nameOf),
  }
  const motherAway = around.motherAway(db, place.stayId, place.pair.recordId, now)
  const escort = escortView(ctx, episode, nameOf)
  const next = nextStep(rules, facts, tell, now, escort.askedSince)
  const { ring, ...help } = helpView(
    ctx,
    episode,
    { ...baby, name: babyName },
    {
      name: motherName,
      away: motherAway,
      responsibility: responsibilityByStatus(escort.byRule.statuses),
    },
  )
  return {
    at: now,
    episodeId,
    version: concern.version,
    people: peopleOf(episode),
    pairId: place.pair.recordId,
    stayId: place.stayId,
    bedName: place.bedName,
    baby: {
      id: baby.id,
      name: babyName,
      bornOn: baby.bornOn,
      nhsNumber: baby.nhsNumber,
      bornOnEstimate: baby.bornOnEstimate,
      born: bornInWords(baby),
      age: exactAgeInWords(baby, dateOf(now)) ?? null,
      correctedAge: correctedInWords(baby, dateOf(now)) ?? null,
      everyRow: everyRowText(baby) ?? null,
      gestationDays: baby.gestationDays,
    },
    mother: {
      id: mother.id,
      name: motherName,
      bornOn: mother.bornOn,
      nhsNumber: mother.nhsNumber,
      away: motherAway,
    },
    concern: {
      recognisedAt: concern.recognisedAt,
      recognisedFirst: recognisedFirst(facts),
      whose: concern.whose,
      whoseLabel: concernOwnerLabels[concern.whose],
      words: concern.words,
      basis: concern.basis,
      mobility: concern.mobility,
      findings: concern.findings.map((code) => ({ code, label: findingLabels[code] })),
      versions: facts.concern.map(({ version, recognisedAt, recordedAt, author }) => ({
        version,
        recognisedAt,
        recordedAt,
        by: nameOf(author),
      })),
    },
    clock: { ...clock, text: elapsedText(clock.elapsedMs) },
    clockStep: clockStepSince(db, house, facts.concern[0]?.auditSeq ?? 0),
    next: next && {
      ...next,
      shownDueAt: shownDueAt(next),
      stepLabel: stepLabels[next.step],
      ring: ring(next.ring),
      limits: next.step === 'help' ? openLimits(help.demands, next.text) : [],
    },
    pathway: pathway(rules, facts, tell, now, escort.askedSince).map((step, index) => ({
      ...step,
      number: index + 1,
      label: stepLabels[step.key],
    })),
    bands: bandsView(episode),
    aside: asideView(episode),
    infection: infectionView(episode, nameOf),
    raises: facts.raises
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ recordId, level, chosenAt, why, author }) => ({
        id: recordId,
        level,
        chosenAt,
        why,
        by: nameOf(author),
      })),
    observations: observationsView(episode, baby, nameOf),
    observeAgainMinutes: observeAgainMinutes(rules, facts, bandsOf(episode)),
    help: {
      ...help,
      contacts: facts.contacts.map(({ recordId, author, ...contact }) => ({
        ...contact,
        contactId: recordId,
        label: helperLabels[contact.whom],
        recordedBy: nameOf(author),
        before: before.call.get(recordId) ?? [],
      })),
    },
    responder: responderView(ctx, episode, nameOf),
    escort,
    marks: marksView(marks),
    withdrawnMarks: withdrawnMarks(db, episodeId, nameOf),
    /** What a bruise or injury asks for beside the calls; nothing where none was noticed. */
    injurySteps:
      bandsOf(episode).some(({ band }) => band === 'injury') || marks.length > 0
        ? rules.routes.injury.steps
        : [],
    strategy: strategyView(ctx, episode, nameOf),
    /** What was written on the blank form while the computer was down. */
    paper: paperView(db, episode, nameOf),
    tell,
    /** The baby-care log of the last day in brief. */
    care: careLines(ctx, baby.id),
    departures: facts.departures.map(({ recordId, ...one }) => ({ ...one, departureId: recordId })),
    outcomes: facts.outcomes.map(({ recordId, author, secondPersonId, ...one }) => ({
      ...one,
      outcomeId: recordId,
      label: outcomeLabels[one.kind],
      signedBy: nameOf(author),
      secondPerson: secondPersonId === null ? null : nameOf(secondPersonId),
    })),
    /** Whoever was told of an episode that never was has to hear that; null for any other. */
    toldInError: isEnteredInError(facts) ? toldInError(db, episodeId) : null,
    debriefs: facts.debriefs.map(({ recordId, author, ...one }) => ({
      ...one,
      debriefId: recordId,
      by: nameOf(author),
      before: before.debrief.get(recordId) ?? [],
    })),
    ruleSets: ruleSetsView(ctx, episode),
  }
}
export type EpisodePage = ReturnType<typeof episodePage>

/** Where several calls are open each has its own limit; the one that leads comes first. */
function openLimits(
  demands: ReturnType<typeof helpView>['demands'],
  lead: string,
): { text: string; dueAt: string }[] {
  const open = demands.filter(({ kind, metAt }) => kind === 'reach' && metAt === null)
  const byText = new Map<string, string>()
  for (const { text, dueAt } of open) byText.set(text, earlierOf(dueAt, byText.get(text) ?? dueAt))
  const limits = [...byText].map(([text, dueAt]) => ({ text, dueAt }))
  return limits.sort((a, b) => Number(b.text === lead) - Number(a.text === lead))
}

/** Who answers now, and who takes over by signing when the limit runs out (decision 32). */
function responderView(
  { db, now }: ReadContext,
  { facts, rules }: EpisodeCase,
  nameOf: (staffId: string) => string,
) {
  const responder = facts.responders.at(-1)
  const inCharge = onShift(db, now).find(({ nurseInCharge }) => nurseInCharge)
  const { order } = rules.routes.takeOver
  const named = order.map((role, index) => ({
    role,
    name: index === 0 ? (inCharge?.name ?? null) : null,
  }))
  // The nurse in charge does not take over from themselves.
  const next = inCharge && responder?.staffId === inCharge.staffId ? named.slice(1) : named
  return {
    staffId: responder?.staffId ?? null,
    name: responder ? nameOf(responder.staffId) : null,
    since: responder?.tookOverAt ?? null,
    next: next[0] ?? null,
    order: named,
    before: facts.responders.slice(0, -1).map(({ staffId, tookOverAt }) => ({
      name: nameOf(staffId),
      tookOverAt,
    })),
  }
}

function escortView(
  { db, now }: ReadContext,
  episode: EpisodeCase,
  nameOf: (staffId: string) => string,
) {
  return {
    ...escortNow(db, episode, now),
    decisions: episode.escorts.map(({ recordId, author, facts: _, ...decision }) => ({
      ...decision,
      decisionId: recordId,
      by: nameOf(author),
    })),
  }
}

/** The revisions that the episode is worked by, and whether the unit has approved them. */
function ruleSetsView({ db }: ReadContext, { concern }: EpisodeCase) {
  const all = Object.values(rulesRecorded(db)).flat()
  const used = [concern.feverId, concern.sepsisId, concern.pewsId, concern.routesId]
  return all
    .filter(({ recordId }) => used.includes(recordId))
    .map(({ recordId, kind, revision, title, approvedAt }) => ({
      recordId,
      kind,
      revision,
      title,
      approved: approvedAt !== null,
    }))
}
