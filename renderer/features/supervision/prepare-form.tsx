import { useState } from 'react'
import type { CellLevel, Place } from '#domain/supervision/codes.ts'
import { reviewWithin } from '#domain/supervision/faults.ts'
import type { SupervisionRules } from '#domain/supervision/rule-content.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { SignatureField } from '../../ui/form/signature-fields.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import { SeparationPart } from './conditions-part.tsx'
import { cellsOf, type LevelsTyped } from './decide-input.ts'
import { ExceptionsFields } from './exceptions-fields.tsx'
import { FactorsPart } from './factors-part.tsx'
import { LevelsFields } from './levels-fields.tsx'
import { SocialWorkPart } from './social-work-part.tsx'
import type { PreparedChild, PreparedView } from './view.ts'
import { WhyPart } from './why-part.tsx'

type PrepareInput = InputOf<typeof act.supervision.prepare.mutate>

interface PrepareTyped extends Omit<PrepareInput, 'childId' | 'seenVersion' | 'cells'> {
  levels?: Partial<Record<Place, CellLevel>>
  notes?: Partial<Record<Place, string>>
  exceptions?: {
    place: Place
    activity: PrepareInput['cells'][number]['activity']
    level: CellLevel
  }[]
}

interface PrepareFormProps {
  view: PreparedView
  child: PreparedChild
  signer: string
  onDone: () => void
}

/** The assessment decided before arrival: in force from the minute at which mother and baby are together. */
export function PrepareForm({ view, child, signer, onDone }: PrepareFormProps) {
  const prepare = useCommand(act.supervision.prepare.mutate)
  const { rules } = view
  const { childId, prepared, authorityRequirement } = child
  const now = prepared?.version ?? 0
  // What stood when the form was opened: whatever was signed since has to be looked at first.
  const [seenVersion, setSeen] = useState(now)
  return (
    <Form<PrepareTyped>
      act="Sign the assessment"
      draft={`prepare:${childId}`}
      initial={{ exceptions: [] }}
      save={async ({ levels, notes, exceptions, ...rest }, beside) => {
        const cells = cellsOf({ levels, notes, exceptions })
        const reply = await prepare({ ...rest, childId, seenVersion, cells }, beside)
        if (!reply.ok && reply.failure.code === 'clash') setSeen(now)
        return reply
      }}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      {authorityRequirement !== null && (
        <Banner
          title="A limit of a court or an authority stands from an earlier stay"
          tone="warning"
        >
          <ShownNote>{authorityRequirement}</ShownNote>
        </Banner>
      )}
      <FormPart title="Level in each place, from arrival">
        <LevelsFields rules={rules} isFirst />
        <ExceptionsFields rules={rules} />
      </FormPart>
      <TimesPart rules={rules} />
      <FactorsPart />
      <WhyPart />
      <SocialWorkPart />
      <Separation />
      <FormPart title="Sign">
        <SignatureField signer={signer} />
      </FormPart>
    </Form>
  )
}

function useCells() {
  const levels = useTyped<LevelsTyped['levels']>('levels')
  const exceptions = useTyped<LevelsTyped['exceptions']>('exceptions')
  return cellsOf({ levels, exceptions })
}

const Separation = () =>
  useCells().some(({ level }) => level === 'SUP-0') ? <SeparationPart /> : null

function TimesPart({ rules }: { rules: SupervisionRules }) {
  const cells = useCells()
  const most = reviewWithin(rules, cells)
  return (
    <FormPart title="When it was decided, and when it is reviewed">
      <InstantField
        name="decidedAt"
        legend="When was it decided?"
        hint="If she arrives seven days after this or later, it has to be decided again."
        required="Enter when it was decided"
      />
      <WholeNumberField
        name="reviewWithinHours"
        label="Review within how many hours of arrival?"
        hint={
          cells.length > 0
            ? `At these levels within ${most} hours at most.`
            : 'Choose the levels first: they say how soon.'
        }
        required="Enter within how many hours of arrival it is reviewed"
        least={1}
        most={most}
      />
    </FormPart>
  )
}
