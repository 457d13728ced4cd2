import { fromPaper, type PaperForm } from '#domain/unwell-baby/paper.ts'
import { paperForm } from '#drizzle/schema/unwell-baby-pathway.ts'
import { newest, standing } from '../../platform/standing.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import type { EpisodeCase } from './case.ts'

const forms = standing(
  paperForm,
  [
    'recordId',
    'version',
    'auditSeq',
    'recordedAt',
    'author',
    'withdrawn',
    'episodeId',
    'writtenFrom',
    'writtenUntil',
    'because',
    'keptWhere',
  ],
  't.episode_id = @episodeId',
  't.written_from, t.record_id',
)

/** The forms of an episode that were written by hand, the first first. */
export const papersOf = (db: ReadDb, episodeId: string): PaperForm[] =>
  forms.at(db, newest, { episodeId })

/** The forms, and which entries were copied from them: each by its record, so that the mark stands beside it. */
export function paperView(
  db: ReadDb,
  { episodeId, facts, marks }: EpisodeCase,
  nameOf: (staffId: string) => string,
) {
  const papers = papersOf(db, episodeId)
  return {
    forms: papers.map(({ recordId, version, author, writtenFrom, writtenUntil, ...form }) => ({
      paperId: recordId,
      version,
      writtenFrom,
      writtenUntil,
      because: form.because,
      keptWhere: form.keptWhere,
      by: nameOf(author),
      at: form.recordedAt,
    })),
    entries: fromPaper(papers, facts, marks),
  }
}
