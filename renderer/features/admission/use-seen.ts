import { useState } from 'react'
import type { Reply } from '#domain/shared/failure.ts'

/**
 * The version or the record that stood when a form was opened, though the page is read anew meanwhile: what somebody else
 * entered since is refused as a clash, looked at, and only then answered.
 */
export function useSeen<V extends number | string | null>(now: V) {
  const [seen, look] = useState<V>(now)
  const after = <R extends Reply<unknown>>(reply: R): R => {
    if (!reply.ok && reply.failure.code === 'clash') look(now)
    return reply
  }
  return { seen, after }
}
