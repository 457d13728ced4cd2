import type { DecidedClause, DecidedItem } from '#domain/admission/facts.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'

/** What a decision was made on: written once, with its first version. */

const ofDecisions = 'where d.version = 1 and d.record_id in (select value from json_each(@ids))'
const clausesSql = `select d.record_id as decisionId, d.clause_id as clauseId, d.answer,
    d.described_on as describedOn, d.answer_id as answerId, d.answer_version as answerVersion
  from decision_clause d ${ofDecisions}`
const itemsSql = `select d.record_id as decisionId, d.item_id as itemId, d.outcome,
    d.asked_at as askedAt, d.received_at as receivedAt, d.described_on as describedOn,
    d.essential_part as essentialPart, d.information_id as informationId,
    d.information_version as informationVersion
  from decision_item d ${ofDecisions}`
const overridesSql = `select d.record_id as decisionId, d.override_id as overrideId
  from decision_override d ${ofDecisions}`

export interface OfDecision {
  decisionId: string
}

const of = (ids: readonly string[]) => ({ ids: JSON.stringify(ids) })

export const decidedClauses = (db: ReadDb, ids: readonly string[]) =>
  db.rows<DecidedClause & OfDecision>(clausesSql, of(ids))

export const decidedItems = (db: ReadDb, ids: readonly string[]) =>
  db.rows<DecidedItem & OfDecision>(itemsSql, of(ids))

export const decidedOverrides = (db: ReadDb, ids: readonly string[]) =>
  db.rows<{ overrideId: string } & OfDecision>(overridesSql, of(ids))

/** The overrides that let something through at one decision, by record id. */
export const overridesBehind = (db: ReadDb, decisionId: string): string[] =>
  decidedOverrides(db, [decisionId]).map(({ overrideId }) => overrideId)
