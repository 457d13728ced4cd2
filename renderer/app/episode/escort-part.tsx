import { useState } from 'react'
import { mentalHealthActStatusOf } from '#domain/shared/mental-health-act.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import {
  type EscortAnswers,
  EscortQuestions,
  unansweredEscort,
} from '../../features/unwell-baby/escort-answers.tsx'
import { EscortForm } from '../../features/unwell-baby/escort-form.tsx'
import { EscortRuleText } from '../../features/unwell-baby/escort-rule-text.tsx'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { Section } from '../../ui/section.tsx'
import { Ready } from '../reading.tsx'

/** Who goes with the baby: the rule's answer changes at once with what is answered, then it is decided. */
export function EscortPart({ view, onDone }: { view: EpisodeView; onDone: () => void }) {
  const [answers, setAnswers] = useState<EscortAnswers>(unansweredEscort)
  const decide = useCommand(act.unwellBaby.decideEscort.mutate)
  const { episodeId } = view
  const rule = useRead(read.unwellBaby.considerEscort.queryOptions({ episodeId, answers }))
  const code = view.escort.byRule.facts.mentalHealthAct
  const detained = code === null || mentalHealthActStatusOf(code).leave !== 'not-detained'
  return (
    <Section title="Who goes with the baby">
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
