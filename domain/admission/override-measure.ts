import { fail, incomplete, notEligible, pass, type Verdict } from '../assurance/verdict.ts'
import { dueOf } from '../shared/limits.ts'
import type { Cut } from '../shared/time.ts'
import { cameIn, lastOf, missingUnder, type Offer } from './came-in.ts'
import { peopleFault } from './overrides.ts'
import type { Override } from './record.ts'

/** How each override behind an offer is judged for measure 5a-4. Truth table: docs/states/admission.md. */

/** The verdicts on the people and the signature of an override, and on what was missing. */
export const overrideVerdicts = (override: Override, offer: Offer, cut: Cut): Verdict[] => [
  peopleVerdict(override),
  signatureVerdict(override, offer, cut),
  missingVerdict(override, offer, cut),
]

function peopleVerdict(override: Override): Verdict {
  if (override.because.trim() === '') return fail('An override has no reason')
  return peopleFault(override.first, override.second)
    ? fail('An override is not by two different authorised people')
    : pass('Two authorised people, with a reason')
}

function signatureVerdict(override: Override, { criteria }: Offer, cut: Cut): Verdict {
  if (override.secondBy === 'password') return pass('Signed by password')
  if (override.secondBy === null) return fail('The second person did not agree')
  if (!criteria) return incomplete('The criteria of the decision are not held')
  const dueAt = dueOf(criteria.limits.telephoneSignature.limit, override.overriddenAt).at
  if (override.secondSignedAt !== null)
    return override.secondSignedAt <= dueAt
      ? pass('Signed in time')
      : fail('A telephone agreement was signed after its limit')
  return cut.at <= dueAt
    ? notEligible('Not yet due: a telephone agreement may still be signed')
    : fail('A telephone agreement was not signed within its limit')
}

function missingVerdict(override: Override, offer: Offer, cut: Cut): Verdict {
  const missing = missingUnder(override.ruleId, offer)
  if (missing.length === 0) return pass('Nothing was missing')
  const { dueAt } = override
  if (dueAt === null) return incomplete('An override of something missing has no deadline')
  const at = lastOf(missing.map((id) => cameIn(id, offer)))
  if (at === null) return incomplete('What was missing has no time of receipt')
  if (at !== undefined)
    return at <= dueAt ? pass('Came in by its deadline') : fail('Came in after its deadline')
  return cut.at <= dueAt
    ? notEligible('Not yet due: the deadline of what is missing has not run out')
    : fail('What was missing did not come in by its deadline')
}
