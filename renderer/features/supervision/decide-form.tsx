import { useState } from 'react'
import type { FieldMessage } from '#domain/shared/failure.ts'
import { act, useCommand } from '../../api.ts'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { ConditionsPart } from './conditions-part.tsx'
import { type DecideTyped, decideInput } from './decide-input.ts'
import { ExceptionsFields } from './exceptions-fields.tsx'
import { FactorsPart } from './factors-part.tsx'
import { LevelsFields } from './levels-fields.tsx'
import { SignedMeanwhile } from './signed-meanwhile.tsx'
import { SocialWorkPart } from './social-work-part.tsx'
import { TimesPart } from './times-part.tsx'
import type { SupervisionView } from './view.ts'
import { WhyPart } from './why-part.tsx'

interface DecideFormProps {
  view: SupervisionView
  signer: string
  mayOverride: boolean
  onDone: () => void
}

/** A first assessment, a renewal, a raise or a lowering: which of them it is follows from the levels. */
export function DecideForm({ view, signer, mayOverride, onDone }: DecideFormProps) {
  const decide = useCommand(act.supervision.decide.mutate)
  const [held, setHeld] = useState<FieldMessage[]>([])
  const isFirst = !view.decisions.some(({ isReview }) => isReview)
  const newest = view.decisions.at(-1)?.recordId ?? null
  // What stood when the form was opened: whatever was signed since has to be looked at first.
  const [seen, setSeen] = useState(newest)
  return (
    <Form<DecideTyped>
      act="Sign the assessment"
      draft={`supervision:${view.pair.recordId}`}
      initial={{ exceptions: [] }}
      save={async (typed, beside) => {
        const input = { ...decideInput(view.pair.recordId, typed), seenDecisionId: seen }
        const reply = await decide(input, beside)
        if (!reply.ok && reply.failure.code === 'clash') setSeen(newest)
        if (!reply.ok && reply.failure.code === 'held') setHeld(conditionsIn(reply.failure.fields))
        return reply
      }}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      {newest !== seen && <SignedMeanwhile view={view} />}
      <FormPart title="Level in each place">
        <LevelsFields
          rules={view.rules}
          lastDecided={(place) => view.standing.places[place].decidedLevel}
          isFirst={isFirst}
        />
        <ExceptionsFields rules={view.rules} />
      </FormPart>
      <TimesPart view={view} />
      <FactorsPart />
      <WhyPart />
      <SocialWorkPart />
      <ConditionsPart view={view} held={held} mayOverride={mayOverride} />
      <FormPart title="Sign">
        <SignatureField signer={signer} />
      </FormPart>
    </Form>
  )
}

const conditionsIn = (fields: readonly FieldMessage[] = []) =>
  fields.filter(({ field }) => field.startsWith('conditions.'))
