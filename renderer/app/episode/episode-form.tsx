import { act, useCommand, useCommandAtPress } from '../../api.ts'
import { thisMinute } from '../../features/unwell-baby/concern-input.ts'
import { CorrectForm } from '../../features/unwell-baby/correct-form.tsx'
import { DebriefForm } from '../../features/unwell-baby/debrief-form.tsx'
import { ErrorForm } from '../../features/unwell-baby/error-form.tsx'
import { InfectionForm } from '../../features/unwell-baby/infection-form.tsx'
import { ObserveForm } from '../../features/unwell-baby/observe-form.tsx'
import { OutcomeForm } from '../../features/unwell-baby/outcome-form.tsx'
import { RaiseLevelForm } from '../../features/unwell-baby/raise-level-form.tsx'
import { TakeOnForm } from '../../features/unwell-baby/take-on-form.tsx'
import { type EpisodeView, openJourney } from '../../features/unwell-baby/view.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { useMe } from '../session/me.ts'
import {
  ChangeConcernPart,
  CorrectDebriefPart,
  CorrectSetPart,
  ReopenPart,
} from './correct-parts.tsx'
import type { Doing } from './doing.ts'
import { EscortPart } from './escort-part.tsx'
import { CallPart, CorrectCallPart, SeenPart, SpokenPart } from './help-parts.tsx'
import { ArrivedPart, CorrectJourneyPart, LeftPart, ReturnedPart } from './journey-parts.tsx'
import { MarkPart, WithdrawMarkPart } from './mark-parts.tsx'
import { PaperPart, WithdrawPaperPart } from './paper-parts.tsx'
import { StrategyPart, WithdrawStrategyPart } from './strategy-parts.tsx'

interface EpisodeFormProps {
  view: EpisodeView
  doing: Doing
  onDone: () => void
}

/** The form of what is being entered. */
export function EpisodeForm({ view, doing, onDone }: EpisodeFormProps) {
  const { name: signer } = useMe()
  const { episodeId, version } = view
  const observe = useCommand(act.unwellBaby.observe.mutate)
  const answer = useCommandAtPress(act.unwellBaby.answerInfection.mutate)
  const raise = useCommandAtPress(act.unwellBaby.raiseLevel.mutate)
  const takeOn = useCommand(act.unwellBaby.takeOn.mutate)
  const outcome = useCommand(act.unwellBaby.outcome.mutate)
  const inError = useCommand(act.unwellBaby.enteredInError.mutate)
  const debrief = useCommand(act.unwellBaby.debrief.mutate)
  const correct = useCommand(act.unwellBaby.correctRecognised.mutate)
  switch (doing.form) {
    case 'observe':
      return (
        <ObserveForm
          episodeId={episodeId}
          recognisedAt={view.concern.recognisedFirst}
          save={(set) =>
            observe({ ...set, findings: [...set.findings], episodeId, babyId: view.baby.id })
          }
          onDone={onDone}
        />
      )
    case 'infection':
      return (
        <FormPart title="Infection">
          <InfectionForm
            draft={`infection:${episodeId}`}
            save={(input) =>
              answer((at) => ({
                ...input,
                episodeId,
                answeredAt: input.answeredAt ?? thisMinute(at),
              }))
            }
            onDone={onDone}
          />
        </FormPart>
      )
    case 'raise-level':
      return (
        <RaiseLevelForm
          draft={`raise-level:${episodeId}`}
          save={(input) =>
            raise((at) => ({ ...input, episodeId, chosenAt: input.chosenAt ?? thisMinute(at) }))
          }
          onDone={onDone}
        />
      )
    case 'take-on':
      return (
        <TakeOnForm
          signer={signer}
          save={(beside) => takeOn({ episodeId }, beside)}
          onDone={onDone}
        />
      )
    case 'outcome':
      return (
        <OutcomeForm
          draft={`outcome:${episodeId}`}
          signer={signer}
          away={openJourney(view) !== undefined || !view.clock.running}
          save={(input, beside) => outcome({ ...input, episodeId }, beside)}
          onDone={onDone}
        />
      )
    case 'in-error':
      return (
        <ErrorForm
          draft={`in-error:${episodeId}`}
          signer={signer}
          save={(reason, beside) => inError({ episodeId, reason }, beside)}
          onDone={onDone}
        />
      )
    case 'debrief':
      return (
        <DebriefForm
          episodeId={episodeId}
          endedAt={view.clock.stoppedAt ?? view.at}
          save={(input) => debrief({ ...input, episodeId })}
          onDone={onDone}
        />
      )
    case 'correct-debrief':
      return <CorrectDebriefPart view={view} debriefId={doing.debriefId} onDone={onDone} />
    case 'correct':
      return (
        <CorrectForm
          draft={`correct:${episodeId}:${version}`}
          recognisedAt={view.concern.recognisedAt}
          save={(input) => correct({ ...input, episodeId, version })}
          onDone={onDone}
        />
      )
    case 'correct-set':
      return <CorrectSetPart view={view} setId={doing.setId} onDone={onDone} />
    case 'change-concern':
      return <ChangeConcernPart view={view} onDone={onDone} />
    case 'strategy':
      return <StrategyPart view={view} onDone={onDone} />
    case 'withdraw-strategy':
      return <WithdrawStrategyPart view={view} strategyId={doing.strategyId} onDone={onDone} />
    case 'paper':
      return <PaperPart view={view} onDone={onDone} />
    case 'withdraw-paper':
      return <WithdrawPaperPart view={view} paperId={doing.paperId} onDone={onDone} />
    case 'reopen':
      return <ReopenPart view={view} outcomeId={doing.outcomeId} onDone={onDone} />
    case 'call':
      return <CallPart view={view} ring={doing.ring} onDone={onDone} />
    case 'spoken':
      return <SpokenPart view={view} contactId={doing.contactId} onDone={onDone} />
    case 'correct-call':
      return <CorrectCallPart view={view} contactId={doing.contactId} onDone={onDone} />
    case 'mark':
      return <MarkPart view={view} onDone={onDone} />
    case 'withdraw-mark':
      return <WithdrawMarkPart view={view} markId={doing.markId} onDone={onDone} />
    case 'seen':
      return <SeenPart view={view} whom={doing.whom} contactId={doing.contactId} onDone={onDone} />
    case 'escort':
      return <EscortPart view={view} onDone={onDone} />
    case 'left':
      return <LeftPart view={view} onDone={onDone} />
    case 'arrived':
      return <ArrivedPart view={view} onDone={onDone} />
    case 'correct-journey':
      return <CorrectJourneyPart view={view} departureId={doing.departureId} onDone={onDone} />
    case 'returned':
      return <ReturnedPart view={view} onDone={onDone} />
  }
}
