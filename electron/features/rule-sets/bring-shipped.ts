import type { House } from '../../platform/house.ts'
import { writeAsTheApp } from '../users/as-the-app.ts'
import { revisionRows } from './revision-rows.ts'
import { insertShipped, shippedRuleSets } from './shipped.ts'

/**
 * Brings the defaults that this version of the app ships and the store does not have: a new kind is in force
 * as an unapproved default, a newer default of a kind changes nothing until it is approved.
 */
export function bringShipped(house: House): void {
  const known = new Set(
    revisionRows(house.read())
      .filter(({ origin }) => origin === 'shipped')
      .map(nameOf),
  )
  const missing = shippedRuleSets(house.ruleSetFolder).filter((file) => !known.has(nameOf(file)))
  if (missing.length === 0) return
  writeAsTheApp(house)?.((tx) => ({
    value: insertShipped(tx, missing),
    audit: [
      {
        action: 'bring-rules',
        entity: 'unit',
        entityId: tx.unitId,
        payload: { rules: missing.map(nameOf) },
      },
    ],
  }))
}

const nameOf = ({ kind, revision }: { kind: string; revision: string }) => `${kind} ${revision}`
