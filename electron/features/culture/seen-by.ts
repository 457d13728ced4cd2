import type { SessionKind } from '#domain/culture/codes.ts'
import { isReflective } from '#domain/culture/codes.ts'
import type { Actor } from '#domain/users/roles.ts'

/**
 * Whether somebody may see by name who came to a session: of a reflective session facilitator and safeguarding
 * lead alone (decision 39), of supervision the ward manager too, who has to see that everybody has it.
 */
export const seesWhoCame = (
  actor: Actor,
  session: { kind: SessionKind; facilitatorId: string | null },
): boolean =>
  actor.staffId === session.facilitatorId ||
  actor.role === 'safeguarding-lead' ||
  (actor.role === 'ward-manager' && !isReflective(session.kind))
