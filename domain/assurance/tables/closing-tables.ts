import type { ReportModel } from '../report-model.ts'
import { type DataTable, date, flag, text, whole } from './table.ts'

export const overridesTable = (model: ReportModel): DataTable => ({
  name: 'Overrides',
  about: 'Every rule that an authorised person let something through.',
  columns: [
    text('record', 'Record'),
    text('requirement', 'Requirement'),
    text('rule', 'Rule'),
    whole('day', 'Day of stay'),
    text('time', 'Clock time'),
    text('by', 'By'),
    text('second', 'Second person'),
    whole('dueDay', 'What was missing: due on day'),
    text('dueTime', 'Due at'),
    flag('kept', 'Came in time'),
    text('status', 'Status'),
  ],
  rows: model.overrides.map((one) => [
    one.id,
    one.requirement,
    one.rule,
    one.when?.day ?? null,
    one.when?.time ?? null,
    one.byRole,
    one.secondRole,
    one.due?.day ?? null,
    one.due?.time ?? null,
    one.kept,
    one.reason,
  ]),
})

export const episodesTable = (model: ReportModel): DataTable => ({
  name: 'Episodes',
  about:
    model.episodes === null
      ? 'The episodes of this period are not part of this report.'
      : 'Unwell-baby episodes: one row for each step, in minutes from recognition.',
  columns: [
    text('episode', 'Episode'),
    text('baby', 'Baby'),
    text('age', "Baby's age"),
    whole('day', 'Recognised on day'),
    text('time', 'Recognised at'),
    text('band', 'Strictest band'),
    text('route', 'Route'),
    text('step', 'Step'),
    whole('minutes', 'Minutes'),
    whole('limit', 'Limit in minutes'),
    flag('inTime', 'In time'),
    text('outcome', 'Outcome'),
    text('status', 'Status'),
  ],
  rows: (model.episodes ?? []).flatMap((episode) =>
    episode.steps.map((step) => [
      episode.id,
      episode.baby,
      episode.ageBand,
      episode.recognised?.day ?? null,
      episode.recognised?.time ?? null,
      episode.band,
      episode.route,
      step.what,
      step.minutes,
      step.limitMinutes,
      step.inTime,
      episode.outcome,
      stepStatus(step),
    ]),
  ),
})

function stepStatus(step: { minutes: number | null; inTime: boolean | null }): string {
  if (step.minutes !== null) return step.inTime === false ? 'late' : 'done'
  return step.inTime === false ? 'not done' : 'not yet due at the cut'
}

export const oneShiftTable = (model: ReportModel): DataTable => ({
  name: 'One-shift-accounts',
  about: 'Accounts opened in the period for a named bank or agency nurse for one shift.',
  columns: [
    text('id', 'For'),
    text('profession', 'Profession'),
    text('employment', 'Employed as'),
    flag('registered', 'Registration on record'),
    whole('minutes', 'Minutes open'),
    text('openedBy', 'Opened by'),
  ],
  rows: (model.annex.oneShiftAccounts ?? []).map((one) => [
    one.id,
    one.profession,
    one.employment,
    one.registered,
    one.minutes,
    one.openedBy,
  ]),
})

export const ruleSetsTable = (model: {
  annex: Pick<ReportModel['annex'], 'ruleSets'>
}): DataTable => ({
  name: 'Rule-sets',
  about: 'Criteria, thresholds, limits and duties in force, and whether the unit approved them.',
  columns: [
    text('kind', 'Kind'),
    text('title', 'Title'),
    text('revision', 'Revision'),
    text('effectiveFrom', 'In force from'),
    flag('approved', 'Approved by the unit'),
    date('reviewDue', 'Review due'),
    text('source', 'Source'),
  ],
  rows: model.annex.ruleSets.map((one) => [
    one.kind,
    one.title,
    one.revision,
    one.effectiveFrom,
    one.approved,
    one.reviewDue,
    one.source,
  ]),
})
