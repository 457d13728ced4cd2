import { testNhsNumber } from '#domain/shared/nhs-number.ts'
import type { StepFamily } from './main-job.ts'

/** The invented family of the journeys and the demo. */
export const inventedFamily: StepFamily = {
  mother: {
    givenName: 'Siân',
    familyName: 'Llewellyn',
    bornOn: '1995-04-12',
    nhsNumber: testNhsNumber(40),
  },
  baby: {
    givenName: 'Osian',
    familyName: 'Llewellyn',
    bornOn: '2026-09-14',
    nhsNumber: testNhsNumber(41),
  },
}

export const inventedUnit = {
  name: 'Rowan Unit',
  provider: 'Invented NHS Trust',
  odsCode: 'ZZ9',
  beds: 12,
}

export const inventedPeople = {
  administrator: { name: 'Owen Price', signInName: 'o.price' },
  wardManager: { name: 'Helen Davies', signInName: 'h.davies' },
}
