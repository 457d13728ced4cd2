import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import { EffectOnCare } from './effect-on-care.tsx'
import { ConcernForm, WithdrawEventForm } from './event-forms.tsx'
import type { EventView } from './view.ts'

interface EventActsProps {
  event: EventView
  mayAct: boolean
  /** May take back what was entered in error. */
  mayTakeBack: boolean
}

/** What happened in words, and what can be said of the event as a whole. */
export function EventActs({ event, mayAct, mayTakeBack }: EventActsProps) {
  const [doing, setDoing] = useState<'concern' | 'withdraw'>()
  const done = () => setDoing(undefined)
  const sent = event.loops.some(({ sendings }) => sendings.length > 0)
  if (doing === 'concern') return <ConcernForm loop={event} onDone={done} />
  if (doing === 'withdraw') return <WithdrawEventForm event={event} onDone={done} />
  return (
    <>
      {event.details && <ShownNote>{event.details}</ShownNote>}
      <EffectOnCare event={event} mayAct={mayAct} />
      <div className="app-buttons">
        {mayAct && event.concernAdds && (
          <Button
            kind="quiet"
            small
            label={`A concern, or consent to share, is on record: ${event.title}`}
            onClick={() => setDoing('concern')}
          >
            A concern, or consent to share, is on record
          </Button>
        )}
        {mayTakeBack && event.sourceType === null && !sent && (
          <Button
            kind="quiet"
            small
            label={`Entered in error: ${event.title}`}
            onClick={() => setDoing('withdraw')}
          >
            Entered in error
          </Button>
        )}
      </div>
    </>
  )
}
