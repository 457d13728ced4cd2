import type { z } from 'zod'
import { refuse, refuseField } from '#domain/shared/failure.ts'
import { folded } from '#domain/shared/folded-text.ts'
import { bed, unit } from '#drizzle/schema/stays.ts'
import type { CommandContext } from '../../platform/serve.ts'
import type { ReadDb, WriteTx } from '../../platform/unit-of-work.ts'
import { bedById, currentStays, listBeds, theUnit } from './queries.ts'
import type { bedChange, newBed, staffOnlyInput, unitSettings } from './schemas.ts'

/** Changes the name and settings of the unit. */
export function changeUnit(ctx: CommandContext, input: z.output<typeof unitSettings>) {
  const { id } = theUnit(ctx.db)
  const { version: expected, reason, region, address, telephone, ...changes } = input
  return ctx.write((tx) => {
    const content = {
      ...changes,
      region: region ?? null,
      address: address ?? null,
      telephone: telephone ?? null,
    }
    const { version } = tx.amend(unit, id, expected, content, reason)
    return {
      value: { id, version },
      audit: [{ action: 'change', entity: 'unit', entityId: id, entityVersion: version, reason }],
    }
  })
}

/** Confirms that the wall hangs where staff alone see it, or takes that back (decision 5). */
export function setStaffOnlyWall(ctx: CommandContext, input: z.output<typeof staffOnlyInput>) {
  const { id } = theUnit(ctx.db)
  const { version: expected, staffOnly, reason } = input
  return ctx.write((tx) => {
    const { version } = tx.amend(unit, id, expected, { staffOnlyWall: staffOnly }, reason)
    return {
      value: { id, version },
      audit: [
        {
          action: staffOnly ? 'wall.staff-only' : 'wall.anybody',
          entity: 'unit',
          entityId: id,
          entityVersion: version,
          reason,
        },
      ],
    }
  })
}

/** Writes within its caller's transaction whether the training register is complete (decision 11). */
export function setTrainingRegister(
  tx: WriteTx,
  input: { version: number; complete: boolean; reason: string },
) {
  const changes = { trainingRegisterComplete: input.complete }
  return tx.amend(unit, theUnit(tx).id, input.version, changes, input.reason)
}

/** Writes within its caller's transaction which folder gets a copy of each backup. */
export function setSecondBackupFolder(tx: WriteTx, folder: string | null, reason: string) {
  const { id, version } = theUnit(tx)
  return { id, ...tx.amend(unit, id, version, { secondBackupFolder: folder }, reason) }
}

function checkName(db: ReadDb, name: string, exceptId?: string): void {
  if (listBeds(db).some((one) => one.id !== exceptId && folded(one.name) === folded(name)))
    refuseField('name', 'There is a bed with this name already. Choose another name')
}

/** Adds a bed after the last. */
export function addBed(ctx: CommandContext, input: z.output<typeof newBed>) {
  checkName(ctx.db, input.name)
  const position = Math.max(0, ...listBeds(ctx.db).map((one) => one.position)) + 1
  return ctx.write((tx) => {
    const { recordId } = tx.insert(bed, { name: input.name, position })
    return {
      value: { id: recordId },
      audit: [{ action: 'add', entity: 'bed', entityId: recordId, entityVersion: 1 }],
    }
  })
}

/** Renames, moves, closes or opens a bed; one that somebody is in stays open. */
export function changeBed(ctx: CommandContext, input: z.output<typeof bedChange>) {
  bedById(ctx.db, input.id, 'id')
  checkName(ctx.db, input.name, input.id)
  if (input.closed && currentStays(ctx.db).some((stay) => stay.bedId === input.id))
    refuse('held', 'Somebody is in this bed. Move her first, then close the bed')
  const { id, version: expected, reason, ...changes } = input
  return ctx.write((tx) => {
    const { version } = tx.amend(bed, id, expected, changes, reason)
    return {
      value: { id, version },
      audit: [{ action: 'change', entity: 'bed', entityId: id, entityVersion: version, reason }],
    }
  })
}
