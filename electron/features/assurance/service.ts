import { buildReport } from '#domain/assurance/build-report.ts'
import { type ReportModel, reportModelSchema } from '#domain/assurance/report-model.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { report } from '#drizzle/schema/assurance.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { canonicalJson, type JsonValue } from '../../platform/store/canonical.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { contentHash } from './content-hash.ts'
import { gatherReport } from './gather.ts'
import { makePseudonyms } from './pseudonyms.ts'
import { cutNow } from './view.ts'

const listed = standing(
  report,
  [
    'recordId',
    'version',
    'title',
    'disclosure',
    'periodFrom',
    'periodTo',
    'cutAt',
    'cutSeq',
    'state',
    'modelHash',
    'recordedAt',
  ],
  '1',
  't.recorded_at desc, t.record_id desc',
)
const models = standing(report, ['recordId', 'model'], 't.record_id = @id')

/** The reports made so far, newest first. */
export const reports = (db: ReadDb) =>
  listed.at(db, newest).map(({ recordId, ...row }) => ({ id: recordId, ...row }))

/** The frozen model of a report. Refuses where there is none. */
export function reportModel(db: ReadDb, id: string): ReportModel {
  const row = models.at(db, newest, { id })[0]
  if (!row) refuse('not-found', 'This report is not in the unit’s records')
  return reportModelSchema.parse(JSON.parse(Buffer.from(row.model).toString('utf8')))
}

/**
 * Makes the report of a period as things stand now, and freezes it. The key of its pseudonyms is destroyed:
 * nobody can link them to the records afterwards, the unit included (decision 37).
 */
export function makeReport(
  ctx: CommandContext,
  input: { first: string; last: string; distribution: readonly string[] },
): { reportId: string } {
  const period = periodOfDays(input.first, input.last)
  if (period.from > ctx.now) refuseField('first', 'This period has not begun')
  const cut = cutNow(ctx)
  const earlier = reports(ctx.db).filter(
    (one) => one.periodFrom === period.from && one.periodTo === period.to,
  )
  const pseudonyms = makePseudonyms()
  const model = buildReport(
    gatherReport(ctx.db, period, cut, {
      version: earlier.length + 1,
      state: 'draft',
      distribution: input.distribution,
      preparedBy: roleLabels[ctx.actor.role],
      approvedBy: null,
    }),
    { pseudonym: pseudonyms.of, hash: contentHash },
  )
  pseudonyms.destroy()
  return ctx.write((tx) => {
    const { recordId } = tx.insert(report, {
      title: `${model.cover.title}, ${model.cover.period.label}`,
      disclosure: model.cover.disclosure,
      periodFrom: period.from,
      periodTo: period.to,
      cutAt: cut.at,
      cutSeq: cut.auditSeq,
      state: model.cover.state,
      model: Buffer.from(canonicalJson(model as unknown as JsonValue), 'utf8'),
      modelHash: model.contentHash,
    })
    return {
      value: { reportId: recordId },
      audit: [
        {
          action: 'report.made',
          entity: 'report',
          entityId: recordId,
          afterHash: model.contentHash,
          payload: { cutSeq: cut.auditSeq, from: period.from, to: period.to },
        },
      ],
    }
  })
}
