import { type ReactNode, useState } from 'react'
import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import type { Reply } from '#domain/shared/failure.ts'
import { type Basis, basisLine, carryingBases } from '#domain/shared/provenance.ts'
import type { Instant } from '#domain/shared/time.ts'
import type { act, InputOf } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { type Beside, Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { WithdrawForm } from '../stay/withdraw-form.tsx'

interface StatusEnd {
  endedAt: Instant
  whatFollowed: string
  basis: Basis
}

type EndTyped = Omit<InputOf<typeof act.people.endLegalStatus.mutate>, 'id' | 'version'>

interface EndStatusProps {
  fact: { id: string; version: number; endsAt: Instant | null; ended: StatusEnd | null }
  end: (end: EndTyped, beside: Beside) => Promise<Reply<unknown>>
  /** Where its end is signed: the fields of the signatures. */
  signature?: ReactNode
  takeBack: (reason: string) => Promise<Reply<unknown>>
  onDone: () => void
}

/** That a status has ended: an act of its own, apart from any correction; its date on paper ends nothing. */
export function EndStatus({ fact, end, signature, takeBack, onDone }: EndStatusProps) {
  const now = useServiceNow()()
  const isPast = fact.endsAt !== null && fact.endsAt <= now
  const [asking, ask] = useState(isPast)
  const { id, version, ended } = fact
  if (ended)
    return (
      <Section title="Its end">
        <p>
          Ended {formatDateTime(ended.endedAt)}. What followed: <Shown>{ended.whatFollowed}</Shown>
        </p>
        <p className="app-quiet">
          <Shown>{basisLine(ended.basis)}</Shown>
        </p>
        <WithdrawForm
          what="its end"
          act="It has not ended: take this back"
          draft={`take-back-end:${id}:${version}`}
          withdraw={takeBack}
          onDone={onDone}
        />
      </Section>
    )
  if (!asking)
    return (
      <p>
        <Button kind="quiet" small onClick={() => ask(true)}>
          It has ended
        </Button>
      </p>
    )
  return (
    <Form<EndTyped>
      act="Record that it has ended"
      draft={`end-status:${id}:${version}`}
      save={end}
      onSaved={onDone}
      {...(isPast ? {} : { cancel: { label: 'It has not ended', onClick: () => ask(false) } })}
    >
      <FormPart title="It has ended">
        {isPast && fact.endsAt && (
          <p>
            It was to run out {formatDateTime(fact.endsAt)}. Until somebody says that it has ended
            it counts as in force. Where it was made longer, change its date below.
          </p>
        )}
        <EndFields prefix="" />
        <BasisField name="basis" of="its end" today={dateOf(now)} kinds={carryingBases} />
        {signature}
      </FormPart>
    </Form>
  )
}

/** When a status ended, and what followed. */
export function EndFields({ prefix }: { prefix: string }) {
  return (
    <>
      <InstantField
        name={`${prefix}endedAt`}
        legend="When did it end?"
        required="Enter when it ended"
      />
      <TextField
        name={`${prefix}whatFollowed`}
        label="What followed"
        hint="The order or plan that came after it, or that none did."
        required="Enter what followed"
      />
    </>
  )
}
