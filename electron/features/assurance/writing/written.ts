import { type FreeTextEntity, leavingText } from '#domain/assurance/written/free-text.ts'
import type { WrittenModel } from '#domain/assurance/written/written-model.ts'
import { actionStatus } from '#domain/oversight/action.ts'
import { evidenceFault } from '#domain/oversight/evidence.ts'
import { placeInReport } from '#domain/oversight/in-report.ts'
import { visitKindLabels } from '#domain/oversight/visit.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { CivilDate, Cut } from '#domain/shared/time.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { type EvidenceRow, evidenceRows } from '../../oversight/evidence-rows.ts'
import { actionRows, findingRows, type VisitRow, visitRows } from '../../oversight/rows.ts'
import { professionsOf } from '../../users/staff-names.ts'
import { clearancesAt, keptBack, type Output } from './clearances.ts'
import { commentRows, levelRows, narrativeRows, type WrittenRow } from './rows.ts'

/** Every free text that a report may print, as it stood at the cut. */
export function textsOf(db: ReadDb, written: WrittenRow, cut: Cut) {
  const { recordId, first, last, requirements } = written
  const seq = cut.auditSeq
  const today = dateOf(cut.at)
  const asked = new Set(requirements)
  const isIn = (day: CivilDate) => day >= first && day <= last
  const visits = new Map(visitRows(db, null, seq).map((visit) => [visit.recordId, visit]))
  const findings = findingRows(db, seq).flatMap((finding) => {
    const visit = visits.get(finding.visitId)
    const heldOn = visit?.heldOn
    return visit && heldOn && isIn(heldOn) && asked.has(finding.requirement)
      ? [{ ...finding, visit: visit.title, visitKind: visitKindLabels[visit.kind], heldOn }]
      : []
  })
  const actions = actionRows(db, null, seq)
    .filter(({ requirement }) => asked.has(requirement))
    .flatMap((action) => {
      const place = placeInReport(action, { first, last }, today)
      return place === null ? [] : { ...action, status: actionStatus(action, today), place }
    })
  const evidence = evidenceRows(db, seq)
    .map((one) => ({ ...one, requirements: one.requirements.filter((id) => asked.has(id)) }))
    .filter((one) => one.requirements.length > 0)
  return {
    visits: [...visits.values()].filter(({ plannedOn, heldOn }) => isIn(heldOn ?? plannedOn)),
    evidence,
    narratives: narrativeRows(db, recordId, seq).filter(
      ({ requirement }) => requirement === '' || asked.has(requirement),
    ),
    comments: commentRows(db, recordId, seq),
    findings,
    actions,
    levels: levelRows(db, written, seq).filter(({ requirement }) => asked.has(requirement)),
  }
}

/** Everything of a piece of evidence that was typed, on one line. */
const wordsOfEvidence = ({ title, revision, keptAt }: EvidenceRow) =>
  [
    title,
    ...(revision ? [`revision ${revision}`] : []),
    ...(keptAt ? [`kept: ${keptAt}`] : []),
  ].join('; ')

/** Who came, with whom they spoke and what they saw, on one line each; empty where nothing is recorded yet. */
const wordsOfVisit = ({ visitors, spokenTo, seen }: VisitRow) =>
  [
    ...(visitors ? [`Came: ${visitors}`] : []),
    ...(spokenTo ? [`Spoke with: ${spokenTo}`] : []),
    ...(seen ? [`Saw: ${seen}`] : []),
  ].join('\n')

const orNull = (words: string, why: string | null) =>
  words === '' ? null : leavingText(words, why)

/** What people wrote for a report, each text as it may leave in this output. */
export function writtenFor(
  db: ReadDb,
  written: WrittenRow,
  cut: Cut,
  output: Output,
): WrittenModel {
  const { narratives, comments, visits, findings, actions, evidence } = textsOf(db, written, cut)
  const today = dateOf(cut.at)
  const profession = professionsOf(db, cut.auditSeq)
  const why = keptBack(clearancesAt(db, cut.auditSeq), output)
  const orWhole = (requirement: string) => (requirement === '' ? null : requirement)
  return {
    narratives: narratives.map((one) => ({
      requirement: orWhole(one.requirement),
      revision: one.version,
      text: leavingText(one.words, why(one)),
    })),
    visits: visits.map((one) => ({
      kind: one.kind,
      plannedOn: one.plannedOn,
      heldOn: one.heldOn,
      calledOff: one.calledOffBecause !== null,
      text: orNull(wordsOfVisit(one), why(one)),
    })),
    findings: findings.map((one) => ({
      requirement: one.requirement,
      kind: one.kind,
      // A title that was typed is free text as well; what kind of visit it was is not.
      visit: one.visitKind,
      heldOn: one.heldOn,
      text: leavingText(one.words, why(one)),
    })),
    actions: actions.map((one, at) => ({
      id: `A${at + 1}`,
      requirement: one.requirement,
      what: leavingText(one.what, why(one)),
      evidence: orNull(one.evidence, why(one)),
      impact: orNull(one.impact, why(one)),
      owner: profession(one.ownerId),
      dueOn: one.dueOn,
      doneOn: one.doneOn,
      high: one.high,
      status: one.status,
      verifiedBy: one.verifiedById === null ? null : profession(one.verifiedById),
      verifiedOn: one.verifiedOn,
      retestOn: one.retestOn,
      retestedOn: one.retestedOn,
      earlier: one.place === 'earlier',
    })),
    evidence: evidence.map((one, at) => ({
      id: `E${at + 1}`,
      owner: profession(one.ownerId),
      requirements: one.requirements,
      kind: one.kind,
      text: leavingText(wordsOfEvidence(one), why(one)),
      effectiveFrom: one.effectiveFrom,
      effectiveTo: one.effectiveTo,
      reviewDue: one.reviewDue,
      hash: one.fileHash,
      fault: evidenceFault(one, today)?.because ?? null,
    })),
    comments: comments.map((one) => ({
      requirement: orWhole(one.requirement),
      office: why(one) === null ? one.office : null,
      text: leavingText(one.words, why(one)),
      outcome: one.outcome,
      answer: one.outcome === null ? null : leavingText(one.answer, why(one)),
    })),
  }
}

/** One free text to be read by whoever clears it. */
export interface TextEntry {
  entity: FreeTextEntity
  recordId: string
  version: number
  author: string
  /** Empty for the report as a whole. */
  requirement: string
  parts: { label: string; words: string }[]
}

const part = (label: string, words: string) => (words === '' ? [] : [{ label, words }])

/** The same texts in one list, for clearing entry by entry. */
export function entriesOf(db: ReadDb, written: WrittenRow, cut: Cut): TextEntry[] {
  const texts = textsOf(db, written, cut)
  const entry = (
    entity: FreeTextEntity,
    { recordId, version, author, requirement }: Omit<TextEntry, 'entity' | 'parts'>,
    parts: TextEntry['parts'],
  ): TextEntry => ({ entity, recordId, version, author, requirement, parts })
  return [
    ...texts.narratives.map((one) =>
      entry('report_narrative', one, part('What the unit says', one.words)),
    ),
    ...texts.levels.map((one) =>
      entry(
        'set_level',
        one,
        part(
          one.side === 'unit' ? 'Why the level was set' : 'Why the commissioner gives this level',
          one.because,
        ),
      ),
    ),
    ...texts.visits.flatMap((one) => {
      const words = wordsOfVisit(one)
      return words === ''
        ? []
        : entry('oversight_visit', { ...one, requirement: '' }, part(one.title, words))
    }),
    ...texts.findings.map((one) => entry('visit_finding', one, part(one.visit, one.words))),
    ...texts.actions.map((one) =>
      entry('improvement_action', one, [
        ...part('What is to be done', one.what),
        ...part('The evidence that it was done', one.evidence),
        ...part('What it has changed', one.impact),
      ]),
    ),
    ...texts.evidence.map((one) =>
      entry('evidence', { ...one, requirement: one.requirements.join(', ') }, [
        ...part('What it is', wordsOfEvidence(one)),
      ]),
    ),
    ...texts.comments.map((one) =>
      entry('factual_comment', one, [
        ...part('From', one.office),
        ...part('Comment', one.words),
        ...part('Answer', one.answer),
      ]),
    ),
  ]
}
