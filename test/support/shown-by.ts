import type { TestUser } from './app.ts'

/** A document in the register of evidence, as what shows that an action was done. */
export async function shownBy(manager: TestUser): Promise<{ type: 'evidence'; id: string }> {
  const { id } = await manager.ok<{ id: string }>('oversight.addEvidence', {
    title: 'Minutes of the drill',
    kind: 'minutes',
    requirements: ['5e'],
    ownerId: manager.staffId,
    effectiveFrom: '2026-11-23',
    reviewDue: '2027-11-23',
    document: {
      revision: '1',
      fileHash: 'b'.repeat(64),
      fileName: 'minutes.pdf',
      keptAt: 'Safeguarding folder',
    },
  })
  return { type: 'evidence', id }
}
