import { z } from 'zod'
import { assessmentInputSchema } from '#domain/relationship/record.ts'
import {
  acknowledgedInputSchema,
  chasedInputSchema,
  motherInputSchema,
  sentInputSchema,
} from '#domain/relationship/sharing.ts'
import { command, query, router, signedCommand } from '../../platform/serve.ts'
import { letterFormats } from '../letters/letter-file.ts'
import { change, id } from '../people/schemas.ts'
import { correctAssessment, signAssessment, withdrawAssessment } from './assess-service.ts'
import { assessmentFile, scopeFile } from './print.ts'
import {
  acknowledge,
  chase,
  sendToProfessional,
  shareWithMother,
  withdrawSharing,
} from './share-service.ts'
import { relationshipView } from './view.ts'

const format = z.enum(letterFormats)

export const relationshipRouter = router({
  /** The assessments of one mother and baby, who has them, and what is due. */
  view: query(
    'relationship:read',
    z.strictObject({ pairId: id }),
    (ctx, { pairId }) => relationshipView(ctx, pairId),
    { identifies: ({ patients }) => patients },
  ),
  assess: signedCommand('relationship:assess', assessmentInputSchema, signAssessment, {
    signs: 'own',
  }),
  correct: signedCommand(
    'relationship:assess',
    z.strictObject({ ...change, assessment: assessmentInputSchema }),
    correctAssessment,
    { signs: 'own' },
  ),
  withdraw: command('relationship:assess', z.strictObject(change), withdrawAssessment),

  shareWithMother: command('relationship:share', motherInputSchema, shareWithMother),
  send: command('relationship:share', sentInputSchema, sendToProfessional),
  chase: command('relationship:share', chasedInputSchema, chase),
  acknowledge: command('relationship:share', acknowledgedInputSchema, acknowledge),
  withdrawSharing: command('relationship:share', z.strictObject(change), withdrawSharing),

  /** An assessment with the scope statement, as a file to print or send. */
  print: query(
    'relationship:read',
    z.strictObject({ assessmentId: id, scopeSetId: id.nullish(), format }),
    assessmentFile,
    { identifies: ({ patients }) => patients },
  ),
  /** The scope statement: the one in force, or the revision that was sent. It names nobody. */
  printScope: query(
    'relationship:read',
    z.strictObject({ scopeSetId: id.nullish(), format }),
    scopeFile,
  ),
})
