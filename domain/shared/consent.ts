import { legalStatusOf, lifeSavingRule } from './legal-status.ts'
import { anyHolder, authorityDecides } from './legal-status-list.ts'

/**
 * Who may consent to the baby's treatment, in plain lines, the first always first. Source:
 * decision 29, domain row 4.4. `null` is a status that nobody has recorded. Beside an order that says who
 * decides, no status that changes nothing is read out: "any holder" is then not the answer.
 */
export function consentLines(childCodes: readonly string[] | null): string[] {
  if (childCodes === null || childCodes.length === 0)
    return [
      `${lifeSavingRule}.`,
      'The child’s legal status is not recorded: find out, and ask legal.',
    ]
  const statuses = [...new Set(childCodes)].map(legalStatusOf)
  const deciding = statuses.filter(({ consent }) => consent !== anyHolder)
  const shown = deciding.length > 0 ? deciding : statuses
  const shares = statuses.some(({ authorityShares }) => authorityShares)
  return [
    `${lifeSavingRule}.`,
    ...shown.map(({ label, consent }) => `${label}: ${consent}.`),
    ...(shares && !shown.some(({ consent }) => consent === authorityDecides)
      ? [
          'An authority that shares responsibility does not decide grave or irreversible treatment that a parent opposes: that is for the court.',
        ]
      : []),
  ]
}
