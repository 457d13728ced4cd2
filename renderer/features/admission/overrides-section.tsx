import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { roleLabels } from '#domain/users/roles.ts'
import { act, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Form } from '../../ui/form/form.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { NameOf, OverrideView, ReferralView } from './view.ts'
import { overrideWords } from './words.ts'

interface OverridesSectionProps {
  view: ReferralView
  /** The member of staff who is signed in. */
  me: { staffId: string; name: string }
  nameOf: NameOf
}

/** The overrides of this referral, each by two people; an agreement by telephone is signed here. */
export function OverridesSection({ view, ...rest }: OverridesSectionProps) {
  if (view.overrides.length === 0) return null
  const titles = new Map([...view.clauses, ...view.items].map((one) => [one.id, one.title]))
  return (
    <Section title="Overrides">
      {view.overrides.map((one) => (
        <OverrideLine
          key={one.recordId}
          override={one}
          title={titles.get(one.ruleId) ?? 'At least one reason to be admitted'}
          {...rest}
        />
      ))}
    </Section>
  )
}

interface OverrideLineProps extends Omit<OverridesSectionProps, 'view'> {
  override: OverrideView
  title: string
}

function OverrideLine({ override, title, me, nameOf }: OverrideLineProps) {
  const [signing, sign] = useState(false)
  const { first, second } = override
  const unsigned = override.secondBy === 'telephone' && override.secondSignedAt === null
  const word = overrideWords[override.state]
  const inCharge = second?.nurseInCharge ? ', in charge' : ''
  return (
    <div className="app-fact">
      <p>
        <strong>
          {override.ruleId} {title}
        </strong>{' '}
        <Tag tone={word.tone}>{word.text}</Tag>
      </p>
      <ShownNote>{override.because}</ShownNote>
      <p className="app-quiet">
        {formatDateTime(override.overriddenAt)} by <Shown>{nameOf(first.staffId)}</Shown> (
        {roleLabels[first.role]}) and{' '}
        {second ? (
          <>
            <Shown>{nameOf(second.staffId)}</Shown> ({roleLabels[second.role]}
            {inCharge}), by {override.secondBy}
          </>
        ) : (
          'nobody'
        )}
        .{override.why && ` ${override.why}.`}
      </p>
      {override.dueAt && (
        <p>
          What is missing is to be there by {formatDateTime(override.dueAt)}
          {!override.needed && ': it is there'}.
        </p>
      )}
      {unsigned && (
        <p>
          <Countdown what="Signature" due={override.signatureDueAt} />
        </p>
      )}
      {unsigned && second?.staffId === me.staffId && !signing && (
        <Button onClick={() => sign(true)}>Sign what you agreed to by telephone</Button>
      )}
      {signing && (
        <SignForm overrideId={override.recordId} signer={me.name} onDone={() => sign(false)} />
      )}
    </div>
  )
}

interface SignFormProps {
  overrideId: string
  signer: string
  onDone: () => void
}

function SignForm({ overrideId, signer, onDone }: SignFormProps) {
  const sign = useCommand(act.admission.signOverride.mutate)
  return (
    <Form<Record<string, never>>
      act="Sign"
      save={(_typed, beside) => sign({ overrideId }, beside)}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <SignatureField signer={signer} />
    </Form>
  )
}
