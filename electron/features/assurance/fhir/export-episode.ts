import { createHash } from 'node:crypto'
import { z } from 'zod'
import { episodeBundle } from '#domain/assurance/fhir/episode-bundle.ts'
import type { EpisodeInput } from '#domain/assurance/fhir/episode-input.ts'
import { namedVoice, pseudonymVoice } from '#domain/assurance/fhir/voices.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { reason } from '#domain/shared/text.ts'
import { endedBy } from '#domain/unwell-baby/escalation.ts'
import type { ReadContext } from '../../../platform/serve.ts'
import { personById } from '../../people/queries.ts'
import { stayById, theUnit } from '../../stays/queries.ts'
import { bandsView } from '../../unwell-baby/bands-view.ts'
import { type EpisodeCase, episodeCase, peopleOf } from '../../unwell-baby/case.ts'
import { staffNameOf } from '../../users/staff-names.ts'
import { makePseudonyms } from '../pseudonyms.ts'
import { actsOn, rowsOfEpisode } from './episode-rows.ts'

export const exportEpisodeInput = z.strictObject({
  episodeId: z.uuid('Choose an episode that is on record'),
  naming: z.enum(['named', 'pseudonymised'], { error: 'Choose whether it names the baby' }),
  reason,
})

/**
 * An episode as a FHIR R4 bundle, to be taken away: named for whoever cares for the baby, pseudonymised for
 * everybody else (decisions 12 and 37). Who took it, why and its hash are in the audit before it is given.
 */
export function exportEpisode(ctx: ReadContext, input: z.output<typeof exportEpisodeInput>) {
  const episode = episodeCase(ctx.db, input.episodeId)
  const content = inputOf(ctx, episode)
  const bundle =
    input.naming === 'named'
      ? episodeBundle(namedVoice, content)
      : pseudonymised(content, stayById(ctx.db, episode.place.stayId).arrivedAt)
  const bytes = new TextEncoder().encode(`${JSON.stringify(bundle, null, 1)}\n`)
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'episode.exported',
        entity: 'episode',
        entityId: input.episodeId,
        patients: peopleOf(episode),
        reason: input.reason,
        afterHash: createHash('sha256').update(bytes).digest('hex'),
        payload: { naming: input.naming, bytes: bytes.length },
      },
    ],
  }))
  return { name: `episode-${input.naming}-${dateOf(ctx.now)}.fhir.json`, bytes }
}

/** With pseudonyms of its own: their key is forgotten once the bundle is made. */
function pseudonymised(content: EpisodeInput, arrivedAt: string) {
  const pseudonyms = makePseudonyms()
  try {
    return episodeBundle(pseudonymVoice(pseudonyms.of, arrivedAt), content)
  } finally {
    pseudonyms.destroy()
  }
}

function inputOf({ db, now }: ReadContext, episode: EpisodeCase): EpisodeInput {
  const { place, facts, episodeId } = episode
  const { id, name, odsCode } = theUnit(db)
  const rows = rowsOfEpisode(db, episodeId)
  const acts = actsOn(db, [...new Set(rows.map(({ recordId }) => recordId))])
  const nameOf = staffNameOf(db)
  const staff = [
    ...rows.map(({ author }) => author),
    ...acts.map(({ staffId }) => staffId),
    ...facts.responders.map(({ staffId }) => staffId),
  ]
  return {
    unit: { id, name, odsCode },
    baby: personById(db, place.pair.babyId),
    mother: personById(db, place.motherId),
    staff: new Map(staff.map((staffId) => [staffId, nameOf(staffId)])),
    episodeId,
    endedAt: endedBy(facts)?.at ?? null,
    rows,
    bands: bandsView(episode).map(({ band, label, at, rows: fired }) => ({
      band,
      label,
      at,
      because: fired.map(({ because }) => because),
    })),
    acts,
    at: now,
  }
}
