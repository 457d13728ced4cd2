import type { z } from 'zod'
import { dateOf } from '#domain/shared/calendar.ts'
import { refuseField } from '#domain/shared/failure.ts'
import { deskNote, knownSigner } from '#drizzle/schema/desk.ts'
import { noteOf } from '../../../platform/note-of.ts'
import type { CommandContext } from '../../../platform/serve.ts'
import { needDesk } from './place.ts'
import { noteRows, packById, signerRows, summaryOf } from './rows.ts'
import type { confirmKeyInput, deskFindingInput, deskLevelInput, mistakeInput } from './schemas.ts'

const keyNote = noteOf('known_signer')
const entryNote = noteOf('desk_note')

/** That the unit itself gave the fingerprint of this pack's key, by telephone or letter. */
export function confirmKey(ctx: CommandContext, input: z.output<typeof confirmKeyInput>) {
  needDesk(ctx.db)
  const { unitName, fingerprints } = packById(ctx.db, input.packId)
  if (input.confirmedOn > dateOf(ctx.now))
    refuseField('confirmedOn', 'This day is still to come. Enter the day on which they told you')
  const [fingerprint = ''] = fingerprints
  const known = signerRows(ctx.db).some(
    (one) => one.unitName === unitName && one.fingerprint === fingerprint,
  )
  if (known) refuseField('confirmedBy', 'This key is confirmed already')
  const { confirmedBy, confirmedOn } = input
  return ctx.write((tx) => {
    const made = tx.insert(knownSigner, { fingerprint, unitName, confirmedBy, confirmedOn })
    return {
      value: { id: made.recordId },
      audit: [keyNote('desk.key-confirmed', made)],
    }
  })
}

function needRequirement(ctx: CommandContext, packId: string, requirement: string): void {
  needDesk(ctx.db)
  packById(ctx.db, packId)
  if (!summaryOf(ctx.db, packId).requirements.some(({ id }) => id === requirement))
    refuseField('requirement', 'This report is not of that requirement')
}

/** A strength, finding or recommendation about a requirement of a pack. */
export function addFinding(ctx: CommandContext, input: z.output<typeof deskFindingInput>) {
  needRequirement(ctx, input.packId, input.requirement)
  return ctx.write((tx) => {
    const made = tx.insert(deskNote, { ...input, level: null })
    return { value: { id: made.recordId }, audit: [entryNote('desk.found', made)] }
  })
}

/** The desk's own level of a requirement, with the reason; set again it is a new version. */
export function setDeskLevel(ctx: CommandContext, input: z.output<typeof deskLevelInput>) {
  needRequirement(ctx, input.packId, input.requirement)
  const before = noteRows(ctx.db, input.packId).find(
    ({ kind, requirement }) => kind === 'level' && requirement === input.requirement,
  )
  return ctx.write((tx) => {
    const { level, words } = input
    const made = before
      ? tx.amend(deskNote, before.recordId, before.version, { level, words }, 'Set anew')
      : tx.insert(deskNote, { ...input, kind: 'level' })
    return { value: { id: made.recordId }, audit: [entryNote('desk.level-set', made)] }
  })
}

export function withdrawNote(
  ctx: CommandContext,
  { id, version, reason }: z.output<typeof mistakeInput>,
) {
  needDesk(ctx.db)
  return ctx.write((tx) => {
    const made = tx.withdraw(deskNote, id, version, reason)
    return { value: { id }, audit: [entryNote('desk.note-withdrawn', made, reason)] }
  })
}
