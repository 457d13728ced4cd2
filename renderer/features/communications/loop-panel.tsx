import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AcknowledgedForm } from './acknowledged-form.tsx'
import { ConcernForm } from './event-forms.tsx'
import { InWriting } from './in-writing.tsx'
import { LoopLog } from './loop-log.tsx'
import { Due, type LoopAct } from './queue-list.tsx'
import { CallScript } from './script.tsx'
import { SentForm } from './sent-form.tsx'
import { AnswerForm, DropForm, OutcomeForm } from './short-forms.tsx'
import { type LoopMark, type MayTakeBack, TakeBackForm } from './take-back-form.tsx'
import type { LoopView } from './view.ts'
import { statusTone, statusWord } from './words.ts'

interface LoopPanelProps {
  loop: LoopView
  doing: LoopAct | undefined
  onDo: (act: LoopAct | undefined) => void
  mayAct: boolean
  mayDrop: boolean
  mayTakeBack: MayTakeBack
}

/** One loop: by when, whom to ring and what to say, what was done, and what can be recorded. */
export function LoopPanel({ loop, doing, onDo, mayAct, mayDrop, mayTakeBack }: LoopPanelProps) {
  const done = () => onDo(undefined)
  const [mark, takeBack] = useState<LoopMark>()
  const Doing = doing === undefined ? undefined : forms[doing]
  return (
    <section className="duties-panel" aria-label={`Duty: ${loop.label}`}>
      <header className="duties-panel__top">
        <Tag tone={statusTone(loop.status)}>{statusWord(loop.status)}</Tag> <Due loop={loop} />
      </header>
      <h2>
        <Shown>{loop.what}</Shown>
      </h2>
      {loop.next && <Banner tone="danger" title={`Next: ${loop.next}`} />}
      {loop.question && (
        <Banner tone="warning" title={loop.question.text}>
          {loop.question.id === 'legal-status' && (
            <p>
              Record the legal status on the page of the stay: that answers it.
              {loop.concernTells && ' Where there is a concern, do not wait for it.'}
            </p>
          )}
        </Banner>
      )}
      {mark ? (
        <TakeBackForm mark={mark} onDone={() => takeBack(undefined)} />
      ) : Doing ? (
        <Doing key={`${loop.dutyId} ${doing}`} loop={loop} onDone={done} />
      ) : (
        <>
          {mayAct && <Acts loop={loop} onDo={onDo} mayDrop={mayDrop} />}
          <CallScript loop={loop} />
          <InWriting loop={loop} />
          <LoopLog loop={loop} onTakeBack={takeBack} mayTakeBack={mayTakeBack} />
          <Facts
            facts={[
              {
                name: 'Limit',
                value: `${loop.limitText}${loop.dueAt ? `: by ${formatDateTime(loop.dueAt)}` : ''}${loop.calendarKnown ? '' : ' (calendar not known: weekends alone were counted)'}`,
              },
              { name: 'Rule', value: loop.source },
            ]}
          />
        </>
      )}
    </section>
  )
}

const forms = {
  sent: SentForm,
  acknowledged: AcknowledgedForm,
  answer: AnswerForm,
  drop: DropForm,
  outcome: OutcomeForm,
  concern: ConcernForm,
}

/** What can be recorded of a loop as it stands now. */
export function actsOf(loop: LoopView): LoopAct[] {
  const { state } = loop.status
  if (state === 'dropped') return []
  if (state === 'acknowledged') return ['outcome']
  if (loop.question?.id === 'legal-status')
    return loop.concernTells ? ['concern', 'drop'] : ['drop']
  if (loop.question) return ['answer', 'drop']
  return loop.sendings.length > 0 ? ['acknowledged', 'sent', 'drop'] : ['sent', 'drop']
}

const words: Record<LoopAct, string> = {
  sent: 'Sent (S)',
  acknowledged: 'Acknowledged (A)',
  answer: 'Answer the question (Q)',
  drop: 'Not needed',
  outcome: 'Record the outcome',
  concern: 'A concern, or consent to share, is on record',
}

function Acts({
  loop,
  onDo,
  mayDrop,
}: Pick<LoopPanelProps, 'loop' | 'mayDrop'> & { onDo: (act: LoopAct) => void }) {
  const acts = actsOf(loop).filter((act) => act !== 'drop' || mayDrop)
  return (
    <div className="app-buttons">
      {acts.map((act, index) => (
        <Button key={act} kind={index === 0 ? 'main' : 'quiet'} small onClick={() => onDo(act)}>
          {act === 'sent' && loop.sendings.length > 0 ? 'Sent again (S)' : words[act]}
        </Button>
      ))}
    </div>
  )
}
