import { command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import { correctCertificate, recordCertificate, withdrawCertificate } from './certificates.ts'
import { addCourse, changeCourse, listCourses } from './courses.ts'
import { requirementsNow } from './facts.ts'
import { personTraining } from './person.ts'
import { ending, groups, listsOf, matrix } from './queries.ts'
import { countedSignatures, declareRegister, registerState } from './register.ts'
import {
  certificateChange,
  courseChange,
  courseInput,
  dayInput,
  declaration,
  endingInput,
  newCertificate,
  personInput,
  spanInput,
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
  /** What lapses in the next days. */
  ending: query('training:read', endingInput, (ctx, { days }) => ending(ctx.db, ctx.now, days)),
  person: query('training:read', personInput, personTraining),
  recordCertificate: command('training:edit', newCertificate, recordCertificate),
  correctCertificate: command('training:edit', certificateChange, correctCertificate),
  withdrawCertificate: command('training:edit', withdrawal, withdrawCertificate),

  register: query('training:read', nothing, (ctx) => registerState(ctx.db, ctx.now)),
  declareRegister: signedCommand('training:declare', declaration, declareRegister),
  /** How one's own signature stands by the training that is required of one. */
  ownSigning: query('training:read', nothing, ownSigning),
  /** Signatures by people without the required training. */
  countedSignatures: query('audit:read', spanInput, countedSignatures),
})
