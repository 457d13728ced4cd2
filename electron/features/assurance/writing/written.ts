import { type FreeTextEntity, leavingText } from '#domain/assurance/written/free-text.ts'
import type { WrittenModel } from '#domain/assurance/written/written-model.ts'
import { actionStatus, isOpen } from '#domain/oversight/action.ts'
import { evidenceFault } from '#domain/oversight/evidence.ts'
import { visitKindLabels } from '#domain/oversight/visit.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import type { CivilDate, Cut } from '#domain/shared/time.ts'
import type { ReadDb } from '../../../platform/unit-of-work.ts'
import { type EvidenceRow, evidenceRows } from '../../oversight/evidence-rows.ts'
import { actionRows, findingRows, visitRows } from '../../oversight/rows.ts'
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
    .map((action) => ({ ...action, status: actionStatus(action, today) }))
    .filter(
      ({ requirement, status, dueOn }) => asked.has(requirement) && (isOpen(status) || isIn(dueOn)),
    )
  const evidence = evidenceRows(db, seq)
    .map((one) => ({ ...one, requirements: one.requirements.filter((id) => asked.has(id)) }))
    .filter((one) => one.requirements.length > 0)
  return {
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

/** What people wrote for a report, each text as it may leave in this output. */
export function writtenFor(
  db: ReadDb,
  written: WrittenRow,
  cut: Cut,
  output: Output,
): WrittenModel {
  const { narratives, comments, findings, actions, evidence } = textsOf(db, written, cut)
  const today = dateOf(cut.at)
  const why = keptBack(clearancesAt(db, cut.auditSeq), output)
  const orWhole = (requirement: string) => (requirement === '' ? null : requirement)
  return {
    narratives: narratives.map((one) => ({
      requirement: orWhole(one.requirement),
      revision: one.version,
      text: leavingText(one.words, why(one)),
    })),
    findings: findings.map((one) => ({
      requirement: one.requirement,
      kind: one.kind,
      // A title that was typed is free text as well; what kind of visit it was is not.
      visit: one.visitKind,
      heldOn: one.heldOn,
      text: leavingText(one.words, why(one)),
    })),
    actions: actions.map((one) => ({
      requirement: one.requirement,
      what: leavingText(one.what, why(one)),
      impact: one.impact === '' ? null : leavingText(one.impact, why(one)),
      dueOn: one.dueOn,
      high: one.high,
      status: one.status,
    })),
    evidence: evidence.map((one) => ({
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
    ...texts.findings.map((one) => entry('visit_finding', one, part(one.visit, one.words))),
    ...texts.actions.map((one) =>
      entry('improvement_action', one, [
        ...part('What is to be done', one.what),
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
