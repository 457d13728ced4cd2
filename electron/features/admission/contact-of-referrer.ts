import type { ContactRoute } from '#domain/people/contact-route.ts'
import { meansSameName } from '#domain/people/same-name.ts'
import { refuseField } from '#domain/shared/failure.ts'
import type { ReadDb } from '../../platform/unit-of-work.ts'
import { needSafeToAsk } from '../people/safe-to-ask.ts'
import { peopleOf, type ReferralCase } from './case.ts'
import { contactOfSource } from './contact-of-source.ts'

/** Referrers who are no professionals: what the record says of contact with them is obeyed. */
const ofTheFamily = 'self-or-family'

type OfReferral = Pick<ReferralCase, 'referral' | 'children'>

/** How the referrer may be rung or written to (decision 30). */
export const contactOfReferrer = (db: ReadDb, file: OfReferral): ContactRoute =>
  contactOfSource(db, file, {
    kind: file.referral.referrer === ofTheFamily ? 'family' : 'referrer',
    name: file.referral.referrerName,
  })

/**
 * Refuses, at the field, that a decision was told straight to somebody whom the record says not to contact, the referrer
 * among them: the social worker is asked, and whoever was told is entered (decision 30: no override).
 */
export function needSafeToTell(db: ReadDb, file: OfReferral, toldTo: string): void {
  needSafeToAsk(db, peopleOf(file), toldTo, 'toldTo')
  const { referrerName } = file.referral
  const route = contactOfReferrer(db, file)
  if (route.kind === 'social-worker' && meansSameName(toldTo, referrerName))
    refuseField(
      'toldTo',
      `${referrerName}: ${route.because.charAt(0).toLowerCase()}${route.because.slice(1)}. Record it under people and ties where it is known, or ask the social worker how they are told and enter who was told`,
    )
}
