import type { AuditEvent, Provenance } from '@medplum/fhirtypes'
import { systems } from './codes.ts'
import type { EpisodeInput } from './episode-input.ts'
import { lean } from './lean.ts'
import { refer } from './refer.ts'
import type { VersionRow, Voice } from './told-row.ts'

const operations = {
  CREATE: 'create',
  UPDATE: 'revise',
  NULLIFY: 'nullify',
} as const

/** Who wrote a version, when it was recorded, and why it was changed. `target` is the resource that it is in. */
export function provenanceOf(
  voice: Voice,
  input: EpisodeInput,
  row: VersionRow,
  target: string,
): Provenance {
  const code = row.withdrawn ? 'NULLIFY' : row.version === 1 ? 'CREATE' : 'UPDATE'
  return lean<Provenance>({
    resourceType: 'Provenance',
    id: voice.idOf('record', `${row.recordId} version ${row.version}`),
    target: [refer(target)],
    recorded: voice.at(row.recordedAt),
    activity: {
      coding: [{ system: systems.dataOperation, code, display: operations[code] }],
      text: `Version ${row.version}`,
    },
    reason: voice.named && row.reason ? [{ text: row.reason }] : undefined,
    agent: [
      {
        type: { coding: [{ system: systems.agentType, code: 'author', display: 'Author' }] },
        who: refer(voice.idOf('staff', row.author)),
        onBehalfOf: refer(voice.idOf('record', input.unit.id)),
      },
    ],
  })
}

/** What each entry of the audit says was done to a record of the episode. */
export function auditAsFhir(
  voice: Voice,
  input: EpisodeInput,
  resourceOf: (recordId: string) => string | undefined,
): AuditEvent[] {
  return input.acts.flatMap(({ seq, at, staffId, role, action, entityId }) => {
    const resource = resourceOf(entityId)
    const recorded = voice.at(at)
    if (resource === undefined || recorded === undefined) return []
    return [
      lean<AuditEvent>({
        resourceType: 'AuditEvent',
        id: voice.idOf('record', `audit ${input.unit.id} ${seq}`),
        type: { system: systems.auditType, code: 'rest', display: 'RESTful Operation' },
        subtype: [{ system: 'urn:mbu-assurance:act', code: action, display: action }],
        action: actionOf(action),
        recorded,
        outcome: '0',
        agent: [
          {
            who: refer(voice.idOf('staff', staffId)),
            requestor: true,
            role: [{ text: role }],
          },
        ],
        source: { observer: refer(voice.idOf('record', input.unit.id)) },
        entity: [{ what: refer(resource) }],
      }),
    ]
  })
}

/** Read, or written: each version is a resource's update but the first. */
const actionOf = (action: string): AuditEvent['action'] =>
  action === 'read' || action.includes('print') || action.includes('export') ? 'R' : 'U'
