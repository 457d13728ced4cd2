import { createHash } from 'node:crypto'
import { inForceAt } from '#domain/rule-sets/rule-set.ts'
import { englandBankHolidays } from '#domain/shared/bank-holidays.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { Instant } from '#domain/shared/time.ts'
import { type ClockReading, stepsOfClock } from '#domain/store/clock-steps.ts'
import {
  type SafetyCheck,
  type SafetyPage,
  type SafetyRule,
  safetyDocument,
} from '#domain/store/safety-page.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import { makePdf } from '../../platform/pdf/make-pdf.ts'
import type { ReadContext } from '../../platform/serve.ts'
import { newest, standing } from '../../platform/standing.ts'
import { appVersion } from '../../platform/store/app-version.ts'
import { inSteps } from '../../platform/store/backup-check.ts'
import { listBackups } from '../../platform/store/backup-list.ts'
import { healthSteps, quickChecks } from '../../platform/store/health.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { letterheadOf } from '../letters/letterhead.ts'
import { headColumns } from '../rule-sets/head-columns.ts'
import { theUnit } from '../stays/queries.ts'
import { staffNameOf } from '../users/staff-names.ts'

/** Older steps of the clock are in the audit; the panel looks at the newest of its entries. */
const entriesLookedAt = 20_000

const readingsSql = `select at, monotonic_ms as monotonicMs, boot_id as bootId from audit
  where seq > (select max(seq) from audit) - ${entriesLookedAt} order by seq`

const revisions = standing(ruleSet, headColumns, '1', 't.kind')

/** Everything that the safety panel shows, checked now. */
export const safetyNow = async (ctx: ReadContext): Promise<SafetyPage> =>
  pageOf(ctx, await inSteps(healthSteps(ctx.house.store())))

const underWay: SafetyCheck = {
  id: 'whole',
  state: 'warning',
  message: 'Every page and the whole audit are being read since the unit was opened.',
}

/**
 * The same at once: what is seen at a glance as it is now, and what reads the whole record as it was found after
 * the unit was opened, or on the day since.
 */
export function safetyAtOpening(ctx: ReadContext): SafetyPage {
  const whole = ctx.house.wholeCheck()
  const read = whole ? whole.checks.map((check) => ({ ...check, at: whole.at })) : [underWay]
  return pageOf(ctx, [...quickChecks(ctx.house.store()), ...read])
}

function pageOf(ctx: ReadContext, checks: readonly SafetyCheck[]): SafetyPage {
  const { db, house, now } = ctx
  const store = house.store()
  const backup = listBackups(house.paths.backups)[0]
  return {
    checks,
    software: { version: appVersion, layout: house.layout() },
    audit: { entries: store.chain.seq, head: store.chain.mac, anchors: store.anchors.all().length },
    backup: backup ? { at: backup.at, verifiedAt: backup.verifiedAt, entry: backup.seq } : null,
    steps: stepsOfClock(db.rows<ClockReading>(readingsSql)),
    calendarUntil: englandBankHolidays.knownUntil,
    rules: rulesInForce(db, now),
    openedAt: store.openedAt,
    at: now,
  }
}

function rulesInForce(db: ReadDb, at: Instant): SafetyRule[] {
  const all = revisions.at(db, newest)
  const staffName = staffNameOf(db)
  return [...new Set(all.map(({ kind }) => kind))].flatMap((kind) => {
    const found = inForceAt(all, kind, at)
    if (!found) return []
    const { title, revision, approvedAt, approvedBy, reviewDue } = found
    return [
      {
        title,
        revision,
        approvedBy: approvedAt && approvedBy ? staffName(approvedBy) : null,
        reviewDue,
      },
    ]
  })
}

/** The same as a page for whoever inspects the unit. It names no patient; that it was printed is in the audit. */
export async function safetyFile(ctx: ReadContext) {
  const page = await safetyNow(ctx)
  const today = dateOf(page.at)
  const bytes = await makePdf(
    safetyDocument(page, { head: letterheadOf(ctx.db), printedBy: ctx.actor.name, today }),
  )
  ctx.house.writeAs(ctx.actor, ctx.unitId, { quiet: true })(() => ({
    value: null,
    audit: [
      {
        action: 'store.safety-printed',
        entity: 'unit',
        entityId: theUnit(ctx.db).id,
        afterHash: createHash('sha256').update(bytes).digest('hex'),
        payload: { entry: page.audit.entries },
      },
    ],
  }))
  return { name: `state-of-the-records-${today}.pdf`, bytes: Uint8Array.from(bytes) }
}
