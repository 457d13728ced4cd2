import type { AuditNote } from './unit-of-work.ts'

/** Makes the audit entries of one kind of record that concerns no patient: what was done to which version, and why. */
export const noteOf =
  (entity: string) =>
  (
    action: string,
    { recordId, version }: { recordId: string; version: number },
    reason?: string,
  ): AuditNote => ({
    action,
    entity,
    entityId: recordId,
    entityVersion: version,
    ...(reason === undefined ? {} : { reason }),
  })
