import { type EnteredStatus, takesOrderOut } from '#domain/people/order-taken-out.ts'
import type { Instant } from '#domain/shared/time.ts'
import { readInstant } from '../../ui/form/instant-text.ts'
import { SecondPersonFields, SignatureField } from '../../ui/form/signature-fields.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { useMe } from '../session/me.ts'

interface SignedFact {
  code: string
  startsAt: Instant
  ended: { endedAt: Instant } | null
}

const entered = ({ code, startsAt, ended }: SignedFact): EnteredStatus => ({
  code,
  startsAt,
  endedAt: ended?.endedAt ?? null,
})

/** The two signatures with which an order or a plan is marked as entered in error; nothing for any other status. */
export function SignWithdrawal({ fact }: { fact: SignedFact }) {
  const now = useServiceNow()()
  return takesOrderOut(entered(fact), null, now) ? <BothSign /> : null
}

/** The same under a correction, where what is typed takes an order or a plan away. */
export function SignCorrection({ fact }: { fact: SignedFact }) {
  const now = useServiceNow()()
  const before = entered(fact)
  const after = {
    ...before,
    code: useTyped<string>('fact.code') || fact.code,
    startsAt: instantOf(useTyped<string>('fact.startsAt')) ?? fact.startsAt,
  }
  return takesOrderOut(before, after, now) ? <BothSign /> : null
}

/** The same under an end that lies so far back that the status counts no more. */
export function SignEnd({ fact }: { fact: SignedFact }) {
  const now = useServiceNow()()
  const before = entered(fact)
  const endedAt = instantOf(useTyped<string>('endedAt'))
  return endedAt !== undefined && takesOrderOut(before, { ...before, endedAt }, now) ? (
    <BothSign />
  ) : null
}

function instantOf(typed: string | undefined): Instant | undefined {
  const result = readInstant(typed ?? '')
  return 'instant' in result ? result.instant : undefined
}

function BothSign() {
  return (
    <>
      <p>
        This takes an order, police protection or a plan of the child out. Nobody does that alone: a
        second person who has seen what is right signs with you.
      </p>
      <SignatureField signer={useMe().name} />
      <SecondPersonFields who="who may record a legal status" />
    </>
  )
}
