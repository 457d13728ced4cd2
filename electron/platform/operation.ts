import { refuse } from '#domain/shared/failure.ts'
import type { Author } from '#domain/users/roles.ts'
import type { Store } from './store/store.ts'

/** One act of a client, by the id that the client made for it (architecture law 1). */
export interface Operation {
  operationId: string
  procedure: string
  /** Hash of the input, so that an id cannot stand for two different acts. */
  inputHash: string
}

interface OperationRow {
  procedure: string
  user_id: string
  input_hash: string
  answer: string
}

/**
 * The answer given when the act was done before, or undefined. Refuses with `clash` where the same id was
 * used by somebody else or for something else.
 */
export function operationAnswer(
  store: Store,
  operation: Operation,
  actor: Author,
): { value: unknown } | undefined {
  const row = store
    .prepare('select procedure, user_id, input_hash, answer from operation where operation_id = ?')
    .get(operation.operationId) as OperationRow | undefined
  if (!row) return undefined
  const same =
    row.procedure === operation.procedure &&
    row.user_id === actor.userId &&
    row.input_hash === operation.inputHash
  if (!same)
    refuse(
      'clash',
      'This save was already used for something else. Check what is on the screen and save again.',
    )
  return JSON.parse(row.answer) as { value: unknown }
}

/** Keeps the answer in the same transaction as the act. */
export function recordOperation(
  store: Store,
  { operationId, procedure, inputHash }: Operation,
  actor: Author,
  auditSeq: number,
  value: unknown,
): void {
  store
    .prepare(
      'insert into operation (operation_id, procedure, user_id, input_hash, audit_seq, answer) values (?, ?, ?, ?, ?, ?)',
    )
    .run(operationId, procedure, actor.userId, inputHash, auditSeq, JSON.stringify({ value }))
}
