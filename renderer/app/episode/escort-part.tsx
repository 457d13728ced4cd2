import { useState } from 'react'
import { mentalHealthActStatusOf } from '#domain/shared/mental-health-act.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import {
  answersBefore,
  type EscortAnswers,
  EscortQuestions,
} from '../../features/unwell-baby/escort-answers.tsx'
import { EscortForm } from '../../features/unwell-baby/escort-form.tsx'
import { EscortRuleText } from '../../features/unwell-baby/escort-rule-text.tsx'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'

/** What was decided does not meet the rules any longer: something changed before the baby left. */
export function AskedSince({ asked }: { asked: readonly string[] }) {
  if (asked.length === 0) return null
  return (
    <Banner title="The rules ask for more since it was decided who goes" tone="danger">
      <ul>
        {asked.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Banner>
  )
}

/** Who goes with the baby: the rule's answer changes at once with what is answered, then it is decided. */
export function EscortPart({ view, onDone }: { view: EpisodeView; onDone: () => void }) {
  const [answers, setAnswers] = useState<EscortAnswers>(() =>
    answersBefore(view.escort.byRule.facts),
  )
  const decide = useCommand(act.unwellBaby.decideEscort.mutate)
  const { episodeId } = view
  const rule = useRead(read.unwellBaby.considerEscort.queryOptions({ episodeId, answers }))
  const code = view.escort.byRule.facts.mentalHealthAct
  const detained = code === null || mentalHealthActStatusOf(code).leave !== 'not-detained'
  return (
    <Section title="Who goes with the baby">
      {view.mother.away && <Banner title={`The mother is ${view.mother.away}`} tone="warning" />}
      <AskedSince asked={view.escort.askedSince} />
      <EscortQuestions answers={answers} onChange={setAnswers} detained={detained} />
      <Ready reading={rule} what="rule">
        {(byRule) => (
          <>
            <EscortRuleText rule={byRule} />
            <EscortForm
              draft={`escort:${episodeId}`}
              rule={byRule.answer}
              leaveCovers={answers.leave.covers}
              save={(decision) => decide({ ...decision, episodeId, answers })}
              onDone={onDone}
            />
          </>
        )}
      </Ready>
    </Section>
  )
}
