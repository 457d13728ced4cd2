import { z } from 'zod'
import { civilDateSchema, instantSchema } from '#domain/shared/calendar.ts'
import { line, optionalText, reason } from '#domain/shared/text.ts'
import { act, command, nothing, query, router } from '../../platform/serve.ts'
import { change, id } from '../people/schemas.ts'
import { makeCopy } from './copy.ts'
import { copyLines } from './copy-lines.ts'
import { liftHold, placeHold } from './holds.ts'
import { keptFamilies } from './kept.ts'
import { keptStaff } from './kept-staff.ts'

const keptInput = z.strictObject({
  after: z.strictObject({ until: civilDateSchema.nullable(), id }).optional(),
})
const ofPerson = z.strictObject({ personId: id })

export const retentionRouter = router({
  /** Until when the record of each family is kept, what is due for appraisal, and what is held. */
  kept: query('retention:read', keptInput, keptFamilies, {
    identifies: ({ rows }) => rows.flatMap(({ people }) => people),
  }),
  /** The same of staff who left: who they are is on the staff register. */
  keptStaff: query('retention:read', nothing, keptStaff),
  placeHold: command(
    'retention:hold',
    z.strictObject({
      personId: id,
      because: reason,
      reference: optionalText(line).transform((text) => text ?? null),
    }),
    placeHold,
  ),
  liftHold: command('retention:hold', z.strictObject(change), liftHold),
  /** What a copy for a subject access request would hold, with what may belong to somebody else marked. */
  copyLines: query(
    'subject-access:make',
    ofPerson,
    (ctx, { personId }) => copyLines(ctx.db, personId),
    {
      identifies: (_lines, { personId }) => [personId],
    },
  ),
  /** Makes the copy, and keeps that it was made. */
  copy: act(
    'subject-access:make',
    z.strictObject({
      personId: id,
      askedBy: line,
      identified: line,
      receivedAt: instantSchema,
      include: z.array(id).max(20_000),
    }),
    makeCopy,
  ),
})
