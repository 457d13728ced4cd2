import type { SafeToContact } from './record.ts'

/** How somebody may be told: directly, through another, or not by the unit at all. */
export type ContactRoute =
  | { kind: 'direct' }
  | { kind: 'through'; whom: string }
  | { kind: 'social-worker'; because: string }

/**
 * The way in which a duty to tell somebody is met. Source: decision 30: not known and do not contact turn it
 * into a duty of the social worker; there is no override. `whom` is the person to go through.
 */
export function contactRoute(safeToContact: SafeToContact, whom: string | null): ContactRoute {
  switch (safeToContact) {
    case 'yes':
      return { kind: 'direct' }
    case 'only-through':
      return whom === null
        ? { kind: 'social-worker', because: 'Through whom they may be contacted is not known' }
        : { kind: 'through', whom }
    case 'do-not-contact':
      return { kind: 'social-worker', because: 'They must not be contacted' }
    case 'not-known':
      return { kind: 'social-worker', because: 'Whether contact is safe is not known' }
  }
}
