import { act, type InputOf, useCommand } from '../../api.ts'
import { CheckboxesField } from '../../ui/form/checkboxes-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import type { ReferralView, SourceView } from './view.ts'

type AskSourceInput = InputOf<typeof act.admission.askSource.mutate>

interface AskSourceFormProps {
  view: ReferralView
  source: SourceView
  onDone: () => void
}

/** One of those who know her is asked for several items in one call or letter; each gets its own clock. */
export function AskSourceForm({ view, source, onDone }: AskSourceFormProps) {
  const ask = useCommand(act.admission.askSource.mutate)
  const now = useServiceNow()
  const open = source.items.filter(({ outcome }) => outcome === null || outcome === 'open')
  return (
    <Form<AskSourceInput>
      act="Record that they were asked"
      draft={`ask-source:${source.recordId}`}
      initial={{
        itemIds: open.filter(({ outcome }) => outcome === null).map(({ itemId }) => itemId),
        askedAt: textOfInstant(now()),
      }}
      save={(typed) =>
        ask({
          ...typed,
          itemIds: typed.itemIds ?? [],
          referralId: view.referral.id,
          sourceId: source.recordId,
        })
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <TextField
        name="askedOf"
        label="Who was asked: name and role"
        required="Enter who was asked"
      />
      <CheckboxesField
        name="itemIds"
        legend="What were they asked for?"
        required="Choose what they are asked for"
        choices={open.map(({ itemId, title }) => ({ value: itemId, label: `${itemId} ${title}` }))}
      />
      <InstantField name="askedAt" legend="When?" required="Enter when they were asked" />
    </Form>
  )
}
