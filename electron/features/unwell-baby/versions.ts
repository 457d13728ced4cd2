import { helpContact } from '#drizzle/schema/unwell-baby-help.ts'
import { episodeDebrief } from '#drizzle/schema/unwell-baby-outcome.ts'
import { everyVersion } from '../../platform/every-version.ts'

const changed = ['recordId', 'version', 'recordedAt', 'author', 'reason'] as const
const ofEpisode = 't.episode_id = @episodeId'

/** Every version of the calls of an episode. */
export const callVersions = everyVersion(
  helpContact,
  [
    ...changed,
    'whom',
    'calledAt',
    'calledBy',
    'reachedAt',
    'reachedName',
    'advice',
    'seenAt',
    'seenBy',
  ],
  ofEpisode,
)

/** Every version of its debriefs. */
export const debriefVersions = everyVersion(
  episodeDebrief,
  [...changed, 'heldAt', 'learning'],
  ofEpisode,
)
