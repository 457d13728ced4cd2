import { act, command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import { correctCertificate, recordCertificate, withdrawCertificate } from './certificates.ts'
import { addCourse, changeCourse, listCourses } from './courses.ts'
import { shiftCover } from './cover.ts'
import { evidencePart } from './evidence.ts'
import { requirementsNow } from './facts.ts'
import { exportSheet } from './import/export.ts'
import { startImport, takeImportPart } from './import/held.ts'
import { previewImport } from './import/plan-import.ts'
import * as imports from './import/schemas.ts'
import { importSheet } from './import/service.ts'
import { listImports, undoImport } from './import/undo.ts'
import { trainingPassport } from './passport.ts'
import { personTraining } from './person.ts'
import { ending, groups, listsOf, matrix, overTime } from './queries.ts'
import { countedSignatures, declareRegister, registerState } from './register.ts'
import { rosterWeek } from './roster.ts'
import {
  certificateChange,
  courseChange,
  courseInput,
  dayInput,
  declaration,
  endingInput,
  evidenceInput,
  newCertificate,
  passportInput,
  personInput,
  spanInput,
  weekInput,
  withdrawal,
} from './schemas.ts'
import { ownSigning } from './signer.ts'

export const trainingRouter = router({
  /** Levels and topics of the required training in force, for the forms. */
  lists: query('training:read', nothing, (ctx) => listsOf(requirementsNow(ctx.db), ctx.now)),
  courses: query('training:read', nothing, (ctx) => listCourses(ctx.db)),
  addCourse: command('training:edit', courseInput, addCourse),
  changeCourse: command('training:edit', courseChange, changeCourse),

  /** Everyone in post with all that is asked of them, as of a day. */
  matrix: query('training:read', dayInput, (ctx, { on }) => matrix(ctx.db, ctx.now, on)),
  /** Compliance by profession as of a day. */
  groups: query('training:read', dayInput, (ctx, { on }) => groups(ctx.db, ctx.now, on)),
  /** The same at the end of each of the last quarters. */
  overTime: query('training:read', nothing, (ctx) => overTime(ctx.db, ctx.now)),
  /** What lapses in the next days. */
  ending: query('training:read', endingInput, (ctx, { days }) => ending(ctx.db, ctx.now, days)),
  /** Whether this shift and the coming ones have what every shift needs. */
  cover: query('training:read', nothing, (ctx) => shiftCover(ctx.db, ctx.now)),
  /** A week of the roster with its cover; the one of today where no day is named. */
  roster: query('shift:read', weekInput, rosterWeek),
  person: query('training:read', personInput, personTraining),
  /** The training of one person on paper, to take along. */
  passport: query('training:read', passportInput, trainingPassport),
  /** The file behind a certificate, part by part. */
  evidence: query('training:read', evidenceInput, evidencePart),
  recordCertificate: command('training:edit', newCertificate, recordCertificate),
  correctCertificate: command('training:edit', certificateChange, correctCertificate),
  withdrawCertificate: command('training:edit', withdrawal, withdrawCertificate),

  /** A spreadsheet on its way in: it is read with its last part, and held for the session. */
  startImport: act('training:edit', imports.startInput, startImport),
  importPart: act('training:edit', imports.partInput, takeImportPart),
  /** What the import would do, row by row; it changes nothing. */
  previewImport: query('training:edit', imports.readingInput, previewImport),
  importSheet: command('training:edit', imports.importInput, importSheet),
  imports: query('training:edit', imports.listInput, (ctx, { kinds }) =>
    listImports(ctx.db, kinds),
  ),
  undoImport: command('training:edit', imports.undoInput, undoImport),
  exportSheet: query('training:edit', imports.exportInput, exportSheet),

  register: query('training:read', nothing, (ctx) => registerState(ctx.db, ctx.now)),
  declareRegister: signedCommand('training:declare', declaration, declareRegister, {
    signs: 'own',
  }),
  /** How one's own signature stands by the training that is required of one. */
  ownSigning: query('training:read', nothing, ownSigning),
  /** Signatures by people without the required training. */
  countedSignatures: query('audit:read', spanInput, countedSignatures),
})
