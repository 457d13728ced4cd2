import type { Clause } from '#domain/admission/criteria.ts'
import { ruleSet } from '#drizzle/schema/rule-sets.ts'
import type { TestUnit } from '../../../support/app.ts'

/** A newer revision of the admission criteria, approved and in force from now on. */
export async function approveCriteria(
  unit: TestUnit,
  revision: string,
  change: (clause: Clause) => Clause | undefined,
): Promise<void> {
  const { userId, staffId, role } = unit.as('ward-manager')
  const set = await unit
    .as('nurse')
    .ok<{ content: string; title: string; source: string }>('ruleSets.current', {
      kind: 'admission-criteria',
    })
  const content = JSON.parse(set.content)
  content.clauses = content.clauses.flatMap((clause: Clause) => change(clause) ?? [])
  const ids = new Set(content.clauses.map((clause: Clause) => clause.id))
  for (const reason of content.declineReasons)
    reason.clauses = reason.clauses.filter((id: string) => ids.has(id))
  const now = unit.clock.now()
  const unitId = unit.db.row<{ id: string }>('select record_id as id from unit limit 1')?.id ?? ''
  unit.app.house.writeAs(
    { userId, staffId, role, name: 'W. Manager' },
    unitId,
  )((tx) => {
    const { recordId } = tx.insert(ruleSet, {
      kind: 'admission-criteria',
      revision,
      title: set.title,
      source: set.source,
      effectiveFrom: now,
      reviewDue: null,
      approvedBy: staffId,
      approvedAt: now,
      content: JSON.stringify(content),
    })
    return {
      value: null,
      audit: [
        { action: 'rule-set.approved', entity: 'rule_set', entityId: recordId, entityVersion: 1 },
      ],
    }
  })
}
