import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { needsSecondSignature } from '#domain/assurance/judgement.ts'
import { type Level, levelLabels } from '#domain/assurance/levels.ts'
import type { RequirementModel } from '#domain/assurance/report-model.ts'
import { act, type Outputs, useCommand } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { choicesOf } from '../../ui/form/choice.ts'
import { Form } from '../../ui/form/form.tsx'
import { NoteField } from '../../ui/form/note-field.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { SecondPersonFields, SignatureField } from '../../ui/form/signature-fields.tsx'
import { Section } from '../../ui/section.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import { useMay, useMe } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import { LevelTag } from './level-tag.tsx'
import type { Days } from './periods.ts'

type Set = Outputs['assurance']['requirement']['set'][number]

interface LevelsProps {
  requirement: RequirementModel
  set: readonly Set[]
  days: Days
}

/** The level that stands, the computed one with every step that decided it, and the commissioner's beside it. */
export function LevelsOfPeople({ requirement, set, days }: LevelsProps) {
  const { level, computedLevel, reason, judgement, commissioner, words } = requirement
  const me = useMe()
  const mayJudge = useMay('assurance:judge')
  const [setting, begin] = useState(false)
  const side = me.role === 'commissioner' ? 'commissioner' : 'unit'
  const own = set.find((one) => one.side === side)
  const navigate = useNavigate()
  // What was just set stands at no earlier cut: the page is read as things stand now.
  const { first, last } = days
  const done = () => {
    begin(false)
    void navigate({
      to: '/assurance/requirements/$requirement',
      params: { requirement: requirement.id },
      search: { first, last },
    })
  }
  return (
    <Section
      title="Level of assurance"
      actions={
        mayJudge &&
        !setting && (
          <Button kind="quiet" small onClick={() => begin(true)}>
            {own ? 'Set the level anew' : 'Set the level'}
          </Button>
        )
      }
    >
      <p className="app-level">
        <LevelTag level={level} />
      </p>
      {judgement && (
        <SetBy
          title={`Set by ${withSecond(judgement.byRole, judgement.secondRole)}`}
          reason={judgement.reason}
        />
      )}
      {judgement && (
        <p>
          Computed: <LevelTag level={computedLevel} />
        </p>
      )}
      <p>{reason}</p>
      {commissioner && (
        <>
          <p>
            The commissioner’s level: <LevelTag level={commissioner.level} />
          </p>
          <SetBy title="The commissioner’s reason" reason={commissioner.reason} />
        </>
      )}
      {setting && (
        <SetLevelForm
          requirement={requirement.id}
          computed={computedLevel}
          side={side}
          days={days}
          own={own}
          onDone={done}
          onBack={() => begin(false)}
        />
      )}
      {mayJudge && own && !setting && <TakeBack own={own} onDone={done} />}
      <p className="app-quiet">{words}</p>
    </Section>
  )
}

const withSecond = (role: string, second: string | null) =>
  second === null ? role.toLowerCase() : `${role.toLowerCase()} and ${second.toLowerCase()}`

const SetBy = ({ title, reason }: { title: string; reason: string }) => (
  <div>
    <strong>{title}:</strong> <ShownNote>{reason}</ShownNote>
  </div>
)

function TakeBack({ own: { id, version }, onDone }: { own: Set; onDone: () => void }) {
  const takeBack = useCommand(act.assurance.takeBackLevel.mutate)
  return (
    <WithdrawForm
      what="this level"
      act="Take the level back"
      draft={`level-back:${id}`}
      withdraw={(reason) => takeBack({ id, version, reason })}
      onDone={onDone}
    />
  )
}

interface SetLevelFormProps {
  requirement: string
  computed: Level
  side: Set['side']
  days: Days
  own: Set | undefined
  onDone: () => void
  onBack: () => void
}

function SetLevelForm(props: SetLevelFormProps) {
  const { requirement, computed, side, days, own, onDone, onBack } = props
  const set = useCommand(act.assurance.setLevel.mutate)
  const me = useMe()
  const { first, last } = days
  return (
    <Form<{ level: Level; because: string }>
      act={side === 'commissioner' ? 'Record my level' : 'Set the level'}
      draft={`set-level:${requirement}:${first}:${last}`}
      save={({ level, because }, beside) =>
        set({ first, last, requirement, level, because, version: own?.version ?? null }, beside)
      }
      onSaved={onDone}
      cancel={{ label: 'Go back', onClick: onBack }}
    >
      <RadiosField
        name="level"
        legend="Which level"
        hint={
          side === 'commissioner'
            ? 'It stands beside the unit’s level, never over it.'
            : `Computed: ${levelLabels[computed].toLowerCase()}. One person lowers it; to raise it two sign.`
        }
        required="Choose a level"
        choices={choicesOf(levelLabels)}
        further={(value) =>
          side === 'unit' && needsSecondSignature(computed, value as Level) ? (
            <SecondPersonFields who="ward manager, consultant or safeguarding lead" />
          ) : null
        }
      />
      <NoteField
        name="because"
        label="Why"
        hint="A serious event, what a partner said, what the records do not show. Name nobody: the report prints it once somebody else has cleared it."
        required="Enter why"
        rows={3}
      />
      <SignatureField signer={me.name} />
    </Form>
  )
}
