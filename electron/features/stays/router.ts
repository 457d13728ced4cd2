import { z } from 'zod'
import { command, nothing, query, router } from '../../platform/serve.ts'
import { arrive, babyArrivesLater } from './arrival-service.ts'
import type { BeforeLeaving, MissingAtEnd } from './before-leaving.ts'
import { currentPages, listBeds, peopleOfPage, stayPage, theUnit } from './queries.ts'
import {
  arrivalWithoutOffer,
  babyArrives,
  bedChange,
  bedMove,
  id,
  newBed,
  observationInput,
  pairCorrection,
  pairEnd,
  staffOnlyInput,
  stayCorrection,
  stayEnd,
  unitSettings,
} from './schemas.ts'
import {
  correctPair,
  correctStay,
  endPair,
  endStay,
  moveBed,
  setObservation,
} from './stay-service.ts'
import { addBed, changeBed, changeUnit, setStaffOnlyWall } from './unit-service.ts'
import type { WhenArrived } from './when-arrived.ts'
import type { WhenTogether } from './when-together.ts'

/** `together`, `before` and `arrived` come from the features that have a part in an arrival or a leaving (electron/router.ts). */
export const staysRouter = (
  together: WhenTogether,
  before: BeforeLeaving,
  arrived: WhenArrived,
  atEnd: MissingAtEnd,
) =>
  router({
    unit: query('unit:read', nothing, (ctx) => theUnit(ctx.db)),
    changeUnit: command('unit:settings', unitSettings, changeUnit),
    setStaffOnlyWall: command('unit:settings', staffOnlyInput, setStaffOnlyWall),
    beds: query('unit:read', nothing, (ctx) => listBeds(ctx.db)),
    addBed: command('unit:beds', newBed, addBed),
    changeBed: command('unit:beds', bedChange, changeBed),

    /** Everybody on the unit now. */
    current: query('stays:read', nothing, (ctx) => currentPages(ctx.db), {
      identifies: (pages) => pages.flatMap(peopleOfPage),
    }),
    get: query(
      'stays:read',
      z.strictObject({ stayId: id }),
      (ctx, input) => stayPage(ctx.db, input.stayId),
      {
        identifies: peopleOfPage,
      },
    ),
    /** On no offer of a referral; on one she arrives by `admission.arrive`. */
    arrive: command('stays:edit', arrivalWithoutOffer, (ctx, input) =>
      arrive(ctx, input, together, arrived),
    ),
    babyArrives: command('stays:edit', babyArrives, (ctx, input) =>
      babyArrivesLater(ctx, input, together),
    ),
    moveBed: command('stays:edit', bedMove, (ctx, input) =>
      moveBed(ctx, input, arrived.promisedTo),
    ),
    correct: command('stays:edit', stayCorrection, correctStay),
    end: command('stays:edit', stayEnd, (ctx, input) => endStay(ctx, input, before, atEnd)),
    endPair: command('stays:edit', pairEnd, (ctx, input) => endPair(ctx, input, before)),
    correctPair: command('stays:edit', pairCorrection, correctPair),
    setObservation: command('stays:observation', observationInput, setObservation),
  })
