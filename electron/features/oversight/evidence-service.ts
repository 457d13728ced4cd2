import type { z } from 'zod'
import { evidenceFaults } from '#domain/oversight/evidence.ts'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { evidence } from '#drizzle/schema/evidence.ts'
import { noteOf } from '../../platform/note-of.ts'
import type { CommandContext } from '../../platform/serve.ts'
import { staffMember } from '../users/staff-service.ts'
import { type EvidenceRow, evidenceById } from './evidence-rows.ts'
import type { Requirements } from './facts.ts'
import { versionToPin } from './pinnable.ts'
import type { changeEvidenceInput, evidenceInput, mistakeInput, pinAgainInput } from './schemas.ts'

const note = noteOf('evidence')

type EvidenceInput = z.output<typeof evidenceInput>

function contentOf(
  ctx: CommandContext,
  requirements: Requirements,
  input: EvidenceInput,
  before?: EvidenceRow,
) {
  const { requirements: chosen, document, pin, ...rest } = input
  const known = requirements().map(({ id }) => id)
  if (chosen.some((id) => !known.includes(id)))
    refuseField('requirements', 'Choose requirements of the framework')
  const owner = staffMember(ctx.db, input.ownerId)
  if (owner.leftOn !== null && owner.leftOn < dateOf(ctx.now))
    refuseField('ownerId', 'They have left. Choose somebody who is in post')
  const faults = evidenceFaults(input)
  if (faults.length > 0) refuse('invalid', 'Check what was entered', faults)
  return {
    ...rest,
    requirements: known.filter((id) => chosen.includes(id)).join(' '),
    revision: document?.revision ?? null,
    fileHash: document?.fileHash ?? null,
    fileName: document?.fileName ?? null,
    keptAt: document?.keptAt ?? null,
    pinnedType: pin?.type ?? null,
    pinnedId: pin?.id ?? null,
    pinnedVersion: pin ? pinnedNow(ctx, pin, before) : null,
  }
}

/** Other days or another owner are no look at the record: what was pinned stays at the version that somebody looked at. */
const pinnedNow = (
  { db }: CommandContext,
  pin: NonNullable<EvidenceInput['pin']>,
  before: EvidenceRow | undefined,
): number =>
  before?.pinnedType === pin.type && before.pinnedId === pin.id && before.pinnedVersion !== null
    ? before.pinnedVersion
    : versionToPin(db, pin.type, pin.id)

/** Records a document by its hash, or pins a record at the version that stands now. */
export const addEvidence =
  (requirements: Requirements) => (ctx: CommandContext, input: EvidenceInput) => {
    const content = contentOf(ctx, requirements, input)
    return ctx.write((tx) => {
      const made = tx.insert(evidence, content)
      return { value: { id: made.recordId }, audit: [note('evidence.added', made)] }
    })
  }

/** A new revision, another owner, other days: the former version stays readable. */
export const changeEvidence =
  (requirements: Requirements) =>
  (
    ctx: CommandContext,
    { id, version, reason, evidence: input }: z.output<typeof changeEvidenceInput>,
  ) => {
    const content = contentOf(ctx, requirements, input, evidenceById(ctx.db, id))
    return ctx.write((tx) => {
      const made = tx.amend(evidence, id, version, content, reason)
      return { value: { id }, audit: [note('evidence.changed', made, reason)] }
    })
  }

/** Pins the record anew at the version that stands now, after somebody has looked at it. */
export function pinAgain(ctx: CommandContext, { id, version }: z.output<typeof pinAgainInput>) {
  const { pinnedType, pinnedId, pinnedVersion } = evidenceById(ctx.db, id)
  if (pinnedType === null || pinnedId === null)
    refuse('held', 'A document is not pinned: enter its new revision')
  const now = versionToPin(ctx.db, pinnedType, pinnedId)
  if (now === pinnedVersion) refuse('held', 'The record has not changed since it was pinned')
  return ctx.write((tx) => {
    const made = tx.amend(evidence, id, version, { pinnedVersion: now }, 'Looked at again')
    return { value: { id }, audit: [note('evidence.pinned-again', made)] }
  })
}

export function withdrawEvidence(ctx: CommandContext, input: z.output<typeof mistakeInput>) {
  return ctx.write((tx) => {
    const made = tx.withdraw(evidence, input.id, input.version, input.reason)
    return { value: { id: input.id }, audit: [note('evidence.withdrawn', made, input.reason)] }
  })
}
