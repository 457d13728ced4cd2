import type { Says } from '#domain/shared/escort/escort.ts'
import { SaysQuestion } from '../../ui/form/says-question.tsx'

/** What nobody can read off the record: whoever decides answers it. */
export interface EscortAnswers {
  leave: { covers: boolean; escorted: boolean; ministryConsent: boolean }
  assessmentSays: Says
  planSays: Says
  authoritySays: Says
}

/** What was answered for the decision before, so that a plan that said no is not forgotten when it is decided again. */
export const answersBefore = ({
  leave,
  assessmentSays,
  planSays,
  authoritySays,
}: EscortAnswers): EscortAnswers => ({ leave, assessmentSays, planSays, authoritySays })

interface EscortQuestionsProps {
  answers: EscortAnswers
  onChange: (answers: EscortAnswers) => void
  detained: boolean
}

/** The questions whose answers change the rule's answer at once. */
export function EscortQuestions({ answers, onChange, detained }: EscortQuestionsProps) {
  const set = (change: Partial<EscortAnswers>) => onChange({ ...answers, ...change })
  return (
    <div className="episode-questions">
      <SaysQuestion
        legend="Does the risk assessment let the mother go?"
        value={answers.assessmentSays}
        onChange={(assessmentSays) => set({ assessmentSays })}
      />
      <SaysQuestion
        legend="Does the child’s plan let the mother go?"
        value={answers.planSays}
        onChange={(planSays) => set({ planSays })}
      />
      <SaysQuestion
        legend="Does the authority let the mother go?"
        hint="Does not say: also where it was not reached."
        value={answers.authoritySays}
        onChange={(authoritySays) => set({ authoritySays })}
      />
      {detained && (
        <fieldset className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
            Leave under section 17, Mental Health Act
          </legend>
          <Tick
            label="The responsible clinician has granted leave that covers this journey"
            on={answers.leave.covers}
            onChange={(covers) => set({ leave: { ...answers.leave, covers } })}
          />
          <Tick
            label="The leave asks for an escort"
            on={answers.leave.escorted}
            onChange={(escorted) => set({ leave: { ...answers.leave, escorted } })}
          />
          <Tick
            label="Consent of the Ministry of Justice is on record (restricted patients)"
            on={answers.leave.ministryConsent}
            onChange={(ministryConsent) => set({ leave: { ...answers.leave, ministryConsent } })}
          />
        </fieldset>
      )}
    </div>
  )
}

interface TickProps {
  label: string
  on: boolean
  onChange: (on: boolean) => void
}

const Tick = ({ label, on, onChange }: TickProps) => (
  <label className="episode-tick">
    <input
      type="checkbox"
      checked={on}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />{' '}
    {label}
  </label>
)
