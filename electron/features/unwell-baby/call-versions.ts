import { helpContact } from '#drizzle/schema/unwell-baby-help.ts'
import { everyVersion } from '../../platform/every-version.ts'
import { newest } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

const versions = everyVersion(
  helpContact,
  [
    'recordId',
    'version',
    'whom',
    'calledAt',
    'calledBy',
    'reachedAt',
    'reachedName',
    'advice',
    'seenAt',
    'seenBy',
    'recordedAt',
    'author',
    'reason',
  ],
  't.episode_id = @episodeId',
)

/** A call as it was written down before, with when, by whom and why it was changed. */
export type EarlierCall = ReturnType<typeof earlierOf>[number]

/** What each call of an episode said before it was changed, by its id, the oldest first: nothing is lost. */
export const earlierCalls = (
  db: ReadDb,
  episodeId: string,
  nameOf: (staffId: string) => string,
): Map<string, EarlierCall[]> =>
  Map.groupBy(earlierOf(db, episodeId, nameOf), ({ contactId }) => contactId)

function earlierOf(db: ReadDb, episodeId: string, nameOf: (staffId: string) => string) {
  const all = versions.at(db, newest, { episodeId })
  return all.flatMap(({ recordId, version, author: _, recordedAt: _at, reason: _why, ...said }) => {
    const next = all.find((one) => one.recordId === recordId && one.version === version + 1)
    if (!next) return []
    const { recordedAt, author, reason } = next
    return [
      {
        contactId: recordId,
        version,
        ...said,
        changedAt: recordedAt,
        changedBy: nameOf(author),
        reason,
      },
    ]
  })
}
