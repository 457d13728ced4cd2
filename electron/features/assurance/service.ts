import { type AnyReport, readReport } from '#domain/assurance/any-report.ts'
import type { Disclosure, ReportState } from '#domain/assurance/report-model.ts'
import type { WrittenModel } from '#domain/assurance/written/written-model.ts'
import { periodOfDays } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import type { CivilDate, Cut } from '#domain/shared/time.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { report } from '#drizzle/schema/assurance.ts'
import { making, type Steps } from '../../platform/making.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { inThread, threadFile } from '../../platform/thread.ts'
import type { AuditNote, ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import type { BuildReply, BuildWork } from './build-worker.ts'
import { gatherReport, gatherShareable, type ReportOptions } from './gather.ts'
import { keepReleased, ledgerLength, releasedCells } from './ledger.ts'
import type { MakeReportInput } from './schemas.ts'
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

/** The frozen model of a report as it lies in the store: canonical JSON. Refuses where there is none. */
export function storedModel(db: ReadDb, id: string): Uint8Array {
  const row = models.at(db, newest, { id })[0]
  return row?.model ?? refuse('not-found', 'This report is not in the unit’s records')
}

/** The frozen model of a report. Refuses where there is none. */
export const reportModel = (db: ReadDb, id: string): AnyReport =>
  readReport(JSON.parse(Buffer.from(storedModel(db, id)).toString('utf8')))

/** What heads a report, without its figures and records. */
export function reportHead(db: ReadDb, id: string): Pick<AnyReport, 'cover' | 'contentHash'> {
  const { cover, contentHash } = JSON.parse(
    Buffer.from(storedModel(db, id)).toString('utf8'),
  ) as AnyReport
  return { cover, contentHash }
}

async function buildInThread(work: BuildWork, signal: AbortSignal) {
  const file = threadFile('build-worker', import.meta.url)
  const reply = await inThread<BuildReply>(file, work, { name: 'report', signal })
  if ('fault' in reply) throw new Error(`The report could not be built: ${reply.fault}`)
  return reply
}

/** What a report is ordered with. */
export interface Ordered {
  first: CivilDate
  last: CivilDate
  disclosure: Disclosure
  distribution: readonly string[]
  state: ReportState
  approvedBy: string | null
  requirements?: readonly string[]
  /** What people wrote for it, as it stands at the cut. */
  written?: (cut: Cut) => WrittenModel
}

/** A report that is built and not yet kept. */
export interface Prepared {
  model: Uint8Array
  contentHash: string
  /** Keeps it within the transaction in hand, and joins the ledger. */
  keep(tx: WriteTx): { reportId: string; version: number; audit: AuditNote }
}

/**
 * Builds the report of a period as things stand now. The key of its pseudonyms is destroyed: nobody can link
 * them to the records afterwards, the unit included (decision 37). A shareable one is held against the ledger
 * of what was released before (decision 36).
 */
export async function prepareReport(
  ctx: CommandContext,
  input: Ordered,
  { signal }: Pick<Steps, 'signal'>,
): Promise<Prepared> {
  const period = periodOfDays(input.first, input.last)
  const { disclosure } = input
  if (period.from > ctx.now) refuseField('first', 'This period has not begun')
  if (disclosure === 'shareable' && period.to > ctx.now)
    refuseField('last', 'A shareable report is of a quarter or year that has ended')
  const cut = cutNow(ctx)
  const earlier = reports(ctx.db).filter(
    (one) =>
      one.periodFrom === period.from && one.periodTo === period.to && one.disclosure === disclosure,
  )
  const options: ReportOptions = {
    version: earlier.length + 1,
    state: input.state,
    distribution: input.distribution,
    preparedBy: roleLabels[ctx.actor.role],
    approvedBy: input.approvedBy,
    ...(input.requirements ? { requirements: input.requirements } : {}),
    ...(input.written ? { written: input.written(cut) } : {}),
  }
  const released = ledgerLength(ctx.db)
  const { model, cover, contentHash, lines } = await buildInThread(
    disclosure === 'shareable'
      ? {
          disclosure,
          input: await gatherShareable(ctx.db, period, cut, options),
          earlier: releasedCells(ctx.db),
        }
      : { disclosure, input: await gatherReport(ctx.db, period, cut, options) },
    signal,
  )
  const keep = (tx: WriteTx) => {
    if (lines.length > 0 && ledgerLength(tx) !== released)
      refuse('held', 'Another shareable report was made meanwhile. Make this one again')
    const made = tx.insert(report, {
      title: `${cover.title}, ${cover.period.label}`,
      disclosure: cover.disclosure,
      periodFrom: period.from,
      periodTo: period.to,
      cutAt: cut.at,
      cutSeq: cut.auditSeq,
      state: cover.state,
      model: Buffer.from(model),
      modelHash: contentHash,
    })
    const { recordId, version } = made
    keepReleased(tx, made, lines)
    const audit: AuditNote = {
      action: 'report.made',
      entity: 'report',
      entityId: recordId,
      afterHash: contentHash,
      payload: {
        cutSeq: cut.auditSeq,
        from: period.from,
        to: period.to,
        disclosure,
        released: lines.length,
        state: cover.state,
      },
    }
    return { reportId: recordId, version, audit }
  }
  return { model, contentHash, keep }
}

/** Makes the report of a period as things stand now, and freezes it: figures at once, with no narrative. */
export async function makeReport(
  ctx: CommandContext,
  input: MakeReportInput,
): Promise<{ reportId: string }> {
  const prepared = await making(ctx, 'The report', (steps) =>
    prepareReport(ctx, { ...input, state: 'draft', approvedBy: null }, steps),
  )
  return ctx.write((tx) => {
    const { reportId, audit } = prepared.keep(tx)
    return { value: { reportId }, audit: [audit] }
  })
}
