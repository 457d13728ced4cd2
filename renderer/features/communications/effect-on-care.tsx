import { useState } from 'react'
import { act, useCommand } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import type { EventOnce } from './view.ts'

interface EffectOnCareProps {
  event: Pick<EventOnce, 'eventId' | 'version' | 'title' | 'asksEffect' | 'effectOnCare'>
  mayAct: boolean
}

/** What an episode of the mother means for care of the baby, where her record raised it by itself: asked, and shown. */
export function EffectOnCare({ event, mayAct }: EffectOnCareProps) {
  const [entering, enter] = useState(false)
  const { asksEffect, effectOnCare, title } = event
  if (!asksEffect) return null
  if (entering) return <EffectForm event={event} onDone={() => enter(false)} />
  const button = (words: string) =>
    mayAct && (
      <Button kind="quiet" small label={`${words}: ${title}`} onClick={() => enter(true)}>
        {words}
      </Button>
    )
  return effectOnCare === null ? (
    <Banner tone="warning" title="What does this mean for care of the baby?">
      <p>Nobody has entered it yet. Whoever is told of it has to hear that too.</p>
      {button('Enter what it means')}
    </Banner>
  ) : (
    <>
      <ShownNote>{`What it means for care of the baby: ${effectOnCare}`}</ShownNote>
      {button('Change what it means')}
    </>
  )
}

function EffectForm({ event, onDone }: Pick<EffectOnCareProps, 'event'> & { onDone: () => void }) {
  const save = useCommand(act.communications.effectOnCare.mutate)
  const { eventId, version, effectOnCare } = event
  return (
    <Form<{ effect: string }>
      act="Save what it means"
      draft={`effect-on-care:${eventId}:${version}`}
      initial={{ effect: effectOnCare ?? '' }}
      save={({ effect }) => save({ eventId, version, effect })}
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onDone }}
    >
      <NoteField
        name="effect"
        label="What does it mean for care of the baby?"
        hint="Who feeds, bathes and settles the baby now, and until when it is looked at again. It is told and written to everybody who must be told. Who was told already: ring them again."
        required="Enter what it means for care of the baby"
        rows={3}
      />
    </Form>
  )
}
