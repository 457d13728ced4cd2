import { type MarkKind, markSeenText, markText } from '#domain/unwell-baby/body-map-marks.ts'
import type { InjuryMark } from '#domain/unwell-baby/record.ts'
import { injuryMark } from '#drizzle/schema/unwell-baby-injury.ts'
import { everyVersion } from '../../platform/every-version.ts'
import { newest } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** The marks with the number that each bears on the body map, on screen and on paper alike. */
export const marksView = (marks: readonly InjuryMark[]) =>
  marks.map(({ recordId, ...mark }, index) => ({
    ...mark,
    markId: recordId,
    number: index + 1,
    text: markText(mark),
    seenText: markSeenText(mark),
  }))

const versions = everyVersion(
  injuryMark,
  [
    'recordId',
    'version',
    'withdrawn',
    'markKind',
    'region',
    'sizeMm',
    'colour',
    'description',
    'seenAt',
    'seenBy',
    'author',
    'recordedAt',
    'reason',
  ],
  't.episode_id = @episodeId',
)

/** Marks that were entered in error: what they said, and who took them back and why. */
export const withdrawnMarks = (
  db: ReadDb,
  episodeId: string,
  nameOf: (staffId: string) => string,
) =>
  versions
    .at(db, newest, { episodeId })
    .filter(({ withdrawn }) => withdrawn)
    .map(({ recordId, author, recordedAt, reason, markKind, ...mark }) => ({
      markId: recordId,
      text: markText({ ...mark, markKind: markKind as MarkKind | null }),
      by: nameOf(author),
      at: recordedAt,
      reason,
    }))
