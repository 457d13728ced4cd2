import { useParams } from '@tanstack/react-router'
import { clashTopicLabels } from '#domain/people/clashes.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { act, type InputOf, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { FamilyFormPage } from './family-form-page.tsx'
import type { ClashView } from './family-view.ts'
import { useGoBack } from './use-go-back.ts'

type SettlementInput = InputOf<typeof act.people.settleClash.mutate>

/** Which of two statements holds, with the reason. */
export function SettlePage() {
  const { motherId, clashKey } = useParams({ from: '/families/$motherId/settle/$clashKey' })
  return (
    <FamilyFormPage motherId={motherId} title="Settle which statement holds">
      {({ clashes }) => {
        const clash = clashes.find(({ key }) => key === clashKey)
        return clash ? (
          <SettleForm clash={clash} motherId={motherId} />
        ) : (
          <Banner title="These statements do not differ any more" />
        )
      }}
    </FamilyFormPage>
  )
}

const line = ({ says, basis }: ClashView['first']) => ({
  label: says,
  hint: basis ? basisLine(basis) : 'How it is known is not recorded',
})

function SettleForm({ clash, motherId }: { clash: ClashView; motherId: string }) {
  const settle = useCommand(act.people.settleClash.mutate)
  const back = useGoBack(motherId)
  const { personId, topic, first, other } = clash
  return (
    <Form<Pick<SettlementInput, 'holds' | 'because'>>
      act="Settle it"
      draft={`settle:${clash.key}:${first.version}:${other.version}`}
      save={(input) =>
        settle({
          ...input,
          personId,
          topic,
          firstId: first.id,
          firstVersion: first.version,
          otherId: other.id,
          otherVersion: other.version,
        })
      }
      onSaved={back}
      cancel={{ label: 'Go back', onClick: back }}
    >
      <FormPart title={`They differ on ${clashTopicLabels[topic]}`}>
        <RadiosField
          name="holds"
          legend="Which statement holds?"
          hint="Both stay on record. A change of either raises the question again."
          required="Choose which statement holds"
          choices={[
            { value: 'first', ...line(first) },
            { value: 'other', ...line(other) },
          ]}
        />
        <TextField name="because" label="Why" required="Enter why it holds" />
      </FormPart>
    </Form>
  )
}
