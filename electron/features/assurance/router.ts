import { makingNow, stopMaking } from '../../platform/making.ts'
import { act, command, nothing, query, router, signedCommand } from '../../platform/serve.ts'
import { changedSince } from './changed-since.ts'
import { namedMembers } from './drill.ts'
import { exportReport, previewReport } from './export.ts'
import { exportEpisode, exportEpisodeInput } from './fhir/export-episode.ts'
import { findingFive } from './finding-five.ts'
import { importFramework, importFrameworkInput } from './frameworks/import-framework.ts'
import { frameworksOf, frameworkTemplate } from './frameworks/view.ts'
import { sealPack, startPackCheck, takePackPart } from './pack/service.ts'
import {
  fileInput,
  makeReportInput,
  measureInput,
  packPartInput,
  packStartInput,
  periodInput,
  reportInput,
  requirementInput,
} from './schemas.ts'
import { makeReport, reportHead, reportModel, reports } from './service.ts'
import { computedLevelOf, figuresOf, measureOf, requirementOf } from './view.ts'
import { setLevelOf, takeBackLevel } from './writing/levels.ts'
import { mistakeInput, setLevelInput } from './writing/schemas.ts'

export const assuranceRouter = router({
  /** The requirements of a period with their levels and figures, at a cut. */
  requirements: query('assurance:read', periodInput, figuresOf),
  /** The requirements of the framework by their names, to choose from. */
  framework: query('assurance:read', nothing, () =>
    findingFive.requirements.map(({ id, short }) => ({ id, short })),
  ),
  /** What other frameworks ask, answered by the same measures. */
  frameworks: query('assurance:read', periodInput, frameworksOf),
  frameworkTemplate: query('rule-sets:read', nothing, frameworkTemplate),
  /** A framework from a file, as a draft that somebody else has to approve. */
  importFramework: command('rule-sets:edit', importFrameworkInput, importFramework),
  /** One requirement with its measures and their figures. */
  requirement: query('assurance:drill', requirementInput, requirementOf),
  /** One measure with the pseudonymised records behind it: just those that its figure counts. */
  measure: query('assurance:drill', measureInput, measureOf),
  /** The records behind one measure by name, for those who look after the family. */
  records: query('assurance:identify', measureInput, namedMembers, {
    identifies: (members) => [...new Set(members.flatMap(({ people }) => people))],
  }),
  /** The level of a requirement that a person sets beside the computed one; raising it takes two. */
  setLevel: signedCommand('assurance:judge', setLevelInput, setLevelOf(computedLevelOf), {
    second: 'assurance:judge-second',
    signs: 'own',
  }),
  takeBackLevel: command('assurance:judge', mistakeInput, takeBackLevel),
  makeReport: command('assurance:report', makeReportInput, makeReport),
  reports: query('assurance:read', nothing, (ctx) => reports(ctx.db)),
  /** How far what this window has asked for is, and the stopping of it. */
  making: query('assurance:read', nothing, makingNow),
  stopMaking: act('assurance:read', nothing, stopMaking),
  /** A report as a file to take away; every taking away is in the audit, with the file's hash. */
  file: act('assurance:report', fileInput, exportReport),
  /** An episode of an unwell baby as a FHIR R4 bundle for another system. */
  episodeBundle: act('episode:export', exportEpisodeInput, exportEpisode),
  /** The PDF to be looked at: the same bytes as the file. */
  preview: act('assurance:drill', reportInput, previewReport),
  /** The sealed pack of a report: every format, signed as a whole by the unit. */
  pack: act('assurance:report', reportInput, sealPack),
  /** A pack on its way in; it is verified with its last part. */
  startPackCheck: act('assurance:read', packStartInput, startPackCheck),
  packPart: act('assurance:read', packPartInput, takePackPart),
  reportHead: query('assurance:read', reportInput, (ctx, { reportId }) =>
    reportHead(ctx.db, reportId),
  ),
  /** What of a report would be another now, and why. */
  changedSince: query('assurance:read', reportInput, changedSince),
  report: query('assurance:drill', reportInput, (ctx, { reportId }) =>
    reportModel(ctx.db, reportId),
  ),
})
