import { useState } from 'react'
import { act, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { ReferralView } from './view.ts'

/**
 * The unit has newer criteria than those that this check began with. It stays on its own until somebody
 * chooses to go over; what that would change is said first.
 */
export function NewerRules({ view }: { view: ReferralView }) {
  const go = useCommand(act.admission.switchRules.mutate)
  const [refused, setRefused] = useState<string>()
  const { newerRules: newer, referral, stage } = view
  if (!newer) return null
  const sets = newer.sets.map(({ title, revision }) => `${title}, revision ${revision}`).join('; ')
  const press = async () => {
    const reply = await go({ id: referral.id, version: referral.version })
    setRefused(reply.ok ? undefined : reply.failure.message)
  }
  return (
    <Banner title={`There is a newer set: ${sets}`}>
      <p>
        This check stays on the set that it began with. <Changes view={view} />
      </p>
      {refused && <p role="alert">{refused}</p>}
      {stage === 'offered' ? (
        <p>The offer was made on its own set, and stays on it.</p>
      ) : newer.overridden.length > 0 ? (
        <p>
          {newer.overridden.join(', ')} was overridden by two people and says something else in the
          newer set: the check stays on its own.
        </p>
      ) : (
        <Button kind="quiet" small onClick={() => void press()}>
          Go over to the newer set
        </Button>
      )}
    </Banner>
  )
}

function Changes({ view: { newerRules } }: { view: ReferralView }) {
  const { askedAgain = [], added = [], removed = [] } = newerRules?.changes ?? {}
  const parts = [
    askedAgain.length > 0 &&
      `Asked again, because they say something else: ${askedAgain.join(', ')}`,
    added.length > 0 && `New: ${added.join(', ')}`,
    removed.length > 0 && `No longer asked: ${removed.join(', ')}`,
  ].filter(Boolean)
  return parts.length > 0
    ? `${parts.join('. ')}.`
    : 'Every answer would be kept: ages, limits or wording around the questions have changed.'
}
