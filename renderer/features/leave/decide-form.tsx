import { useState } from 'react'
import { type LeaveAnswers, silentAnswers } from '#domain/leave/escort.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { type EscortContact, escortContactLabels } from '#domain/shared/escort/escort-content.ts'
import type { Instant } from '#domain/shared/time.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SaysQuestion } from '../../ui/form/says-question.tsx'
import { SecondPersonFields, SignatureField } from '../../ui/form/signature-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { WholeNumberField } from '../../ui/form/whole-number-field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Shown } from '../../ui/shown.tsx'
import { LeaveRuleText } from './rule-text.tsx'
import type { Leave, LeaveRule, LeaveView } from './view.ts'
import { whoGoes } from './who-goes.ts'

interface Typed {
  outcome: 'agreed' | 'refused'
  staff?: { babyEscorts: number; motherEscorts: number }
  adult?: string
  reached?: Partial<Record<EscortContact, { name?: string; at?: Instant }>>
  because?: string
}

interface DecideLeaveProps {
  view: LeaveView
  leave: Leave
  signer: string
  onDone: () => void
}

/** Decides leave: the rule's answer changes at once with what is answered, then it is signed. */
export function DecideLeave({ view, leave, signer, onDone }: DecideLeaveProps) {
  const [answers, setAnswers] = useState<LeaveAnswers>(silentAnswers)
  const { recordId: leaveId, version, babies } = leave
  const rule = useRead(read.leave.consider.queryOptions({ leaveId, answers }))
  const decide = useCommand(act.leave.decide.mutate)
  const names = new Map(view.babies.map(({ pairId, name }) => [pairId, name]))
  const set = (change: Partial<LeaveAnswers>) => setAnswers({ ...answers, ...change })
  return (
    <>
      <Banner title={`${leave.placeName}: ${leave.purpose}`}>
        <p>
          {formatDateTime(leave.plannedOutAt)} to {formatDateTime(leave.plannedBackAt)}.{' '}
          <Shown>{goes(leave)}</Shown>
        </p>
      </Banner>
      {babies.length > 0 && (
        <div className="episode-questions">
          {!leave.mother && (
            <SaysQuestion
              legend="Does somebody with parental responsibility agree that the baby goes without the mother?"
              hint="The mother is one of them, unless the record says otherwise."
              value={answers.consentSays}
              onChange={(consentSays) => set({ consentSays })}
            />
          )}
          <SaysQuestion
            legend="Does the child’s plan, or what was agreed, let them go?"
            value={answers.planSays}
            onChange={(planSays) => set({ planSays })}
          />
          <SaysQuestion
            legend="Does the authority, and any limit of a court, let them go?"
            hint="Does not say: also where it was not reached."
            value={answers.authoritySays}
            onChange={(authoritySays) => set({ authoritySays })}
          />
        </div>
      )}
      {rule.state !== 'ready' ? (
        <Loading what="rule" />
      ) : (
        <>
          <LeaveRuleText rule={rule.value} names={names} withMother={leave.mother} />
          <Form<Typed>
            act="Sign the decision"
            draft={`leave-decide:${leaveId}:${version}`}
            save={({ reached, staff, ...typed }, beside) =>
              decide(
                {
                  ...typed,
                  ...(staff
                    ? { staff: leave.mother ? staff : { ...staff, motherEscorts: 0 } }
                    : {}),
                  leaveId,
                  version,
                  answers,
                  reached: reachedOf(reached),
                },
                beside,
              )
            }
            onSaved={onDone}
            cancel={{ label: 'Go back', onClick: onDone }}
          >
            <DecideFields rule={rule.value} withMother={leave.mother} />
            <SignatureField signer={signer} />
          </Form>
        </>
      )}
    </>
  )
}

const goes = (leave: Leave) =>
  [whoGoes(leave), leave.mother && leave.withWhom, leave.address].filter(Boolean).join('; ')

const reachedOf = (reached: Typed['reached'] = {}) =>
  Object.entries(reached).flatMap(([whom, who]) =>
    who?.name && who.at ? [{ whom: whom as EscortContact, name: who.name, at: who.at }] : [],
  )

function DecideFields({ rule: { answer }, withMother }: { rule: LeaveRule; withMother: boolean }) {
  const outcome = useTyped<string>('outcome')
  const [other, setOther] = useState(false)
  const agreed = outcome === 'agreed'
  return (
    <>
      <RadiosField
        name="outcome"
        legend="Is the leave agreed?"
        required="Say whether it is agreed"
        choices={[
          { value: 'agreed', label: 'Agreed, as the rules say or with more staff' },
          { value: 'refused', label: 'Not agreed' },
        ]}
      />
      {agreed && answer.approvedAdult && (
        <TextField
          name="adult"
          label="The adult who was approved to go along"
          hint="Or send staff, below."
        />
      )}
      {agreed &&
        answer.reach.map(({ whom, when }) => (
          <ReachFields key={whom} whom={whom} needed={when === 'before-leaving'} />
        ))}
      {agreed &&
        (other ? (
          <StaffFields rule={answer} withMother={withMother} />
        ) : (
          <p>
            <Button kind="quiet" small onClick={() => setOther(true)}>
              Decide on other staff: more, or less with a reason and two signatures
            </Button>
          </p>
        ))}
      {outcome === 'refused' && (
        <NoteField
          name="because"
          label="Why it is not agreed"
          required="Enter why it is not agreed"
          rows={2}
        />
      )}
    </>
  )
}

function ReachFields({ whom, needed }: { whom: EscortContact; needed: boolean }) {
  const reached = useTyped<string>(`reached.${whom}.name`) ?? ''
  return (
    <div className="episode-pair">
      <TextField
        name={`reached.${whom}.name`}
        label={`Reached: ${escortContactLabels[whom]}`}
        hint={
          needed ? 'Name of who was spoken to' : 'Name, or leave empty: by the next working day'
        }
        width={20}
      />
      <InstantField
        name={`reached.${whom}.at`}
        legend="At"
        {...(reached.trim() ? { required: 'Enter when they were reached' } : {})}
      />
    </div>
  )
}

function StaffFields({ rule, withMother }: { rule: LeaveRule['answer']; withMother: boolean }) {
  const baby = Number(useTyped<string>('staff.babyEscorts') || rule.babyEscorts)
  const mother = Number(useTyped<string>('staff.motherEscorts') || rule.motherEscorts)
  const less = baby < rule.babyEscorts || mother < rule.motherEscorts
  return (
    <>
      <WholeNumberField
        name="staff.babyEscorts"
        label="Staff for the baby"
        hint={`The rules say ${rule.babyEscorts}`}
        required="Enter how many"
        least={0}
        most={4}
      />
      {withMother && (
        <WholeNumberField
          name="staff.motherEscorts"
          label="Staff for the mother"
          hint={`The rules say ${rule.motherEscorts}`}
          required="Enter how many"
          least={0}
          most={4}
        />
      )}
      {less && (
        <>
          <NoteField
            name="because"
            label="Why with less than the rules say"
            hint="This is an override by name, and a line of its own in every report."
            required="Enter why with less staff"
            rows={2}
          />
          <SecondPersonFields who="ward manager, consultant or nurse" />
        </>
      )}
    </>
  )
}
