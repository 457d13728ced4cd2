import { nothing, query, router } from '../../platform/serve.ts'
import type { OversightFacts } from './facts.ts'
import { selfCheck } from './self-check.ts'

export const oversightRouter = (facts: OversightFacts) =>
  router({
    /** What the unit asks itself before a visit. */
    selfCheck: query('assurance:identify', nothing, (ctx) => selfCheck(ctx, facts), {
      identifies: ({ results }) =>
        results.flatMap(({ findings }) => findings.flatMap(({ people }) => people)),
    }),
  })
