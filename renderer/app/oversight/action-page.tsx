import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { actionStatusLabels, figureSays } from '#domain/oversight/action.ts'
import { shownByLabels } from '#domain/oversight/pinnable.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import {
  ChangeActionForm,
  CloseForm,
  DoneForm,
  RetestForm,
  VerifyForm,
} from '../../features/oversight/action-forms.tsx'
import { statusTones } from '../../features/oversight/tones.ts'
import type { Action, ActionsView } from '../../features/oversight/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import { useActions } from './actions-page.tsx'
import { OversightFrame } from './oversight-frame.tsx'

/** One action with the one step that is next. */
export function ActionPage() {
  const { actionId } = useParams({ from: '/assurance/actions/$actionId' })
  const actions = useActions()
  return (
    <Ready reading={actions} what="action">
      {(view) => {
        const action = view.actions.find(({ recordId }) => recordId === actionId)
        return action ? (
          <OneAction key={action.version} view={view} action={action} />
        ) : (
          <OversightFrame title="Action" back="actions">
            <Banner title="This action is not on record any more" tone="warning" />
          </OversightFrame>
        )
      }}
    </Ready>
  )
}

interface OneActionProps {
  view: ActionsView
  action: Action
}

function OneAction({ view, action }: OneActionProps) {
  return (
    <OversightFrame title={`Action for ${action.requirement}`} back="actions">
      <Section title="The action">
        <Facts facts={factsOf(action)} />
        {action.measure !== null && action.doneOn !== null && <Figure action={action} />}
      </Section>
      <NextStep view={view} action={action} />
      <OtherSteps view={view} action={action} />
    </OversightFrame>
  )
}

/** What the records say of it since it was done: the second look goes by this figure. */
function Figure({ action: { recordId: id } }: { action: Action }) {
  const found = useRead(read.oversight.actionFigure.queryOptions({ id }))
  if (found.state !== 'ready' || found.value === null) return null
  const { text, level, first, last } = found.value
  const fell = figureSays(level) === 'fell-back'
  return (
    <Banner
      title={`${formatDate(first)} to ${formatDate(last)}: ${text}`}
      tone={fell ? 'danger' : level === 'not-tested' ? 'info' : 'good'}
    >
      <p>
        {fell
          ? 'By this figure it has not held since it was done.'
          : level === 'not-tested'
            ? 'Too little since it was done to judge by.'
            : 'By this figure it has held so far.'}
      </p>
    </Banner>
  )
}

function factsOf(action: Action): Fact[] {
  const shown = (name: string, text: string): Fact[] =>
    text === '' ? [] : [{ name, value: <ShownNote>{text}</ShownNote> }]
  const on = (name: string, day: string | null): Fact[] =>
    day === null ? [] : [{ name, value: formatDate(day) }]
  return [
    {
      name: 'Status',
      value: <Tag tone={statusTones[action.status]}>{actionStatusLabels[action.status]}</Tag>,
    },
    ...shown('What is to be done', action.what),
    ...shown('It answers', action.finding),
    ...shown('Looked at again by', action.measure ?? ''),
    { name: 'Who answers for it', value: <Shown>{action.owner}</Shown> },
    ...on('By when', action.dueOn),
    { name: 'High action', value: action.high ? 'Yes' : 'No' },
    ...on('Begun', action.startedOn),
    ...on('Done on', action.doneOn),
    ...shown('Evidence', action.evidence),
    ...shownBy(action),
    ...shown('What it has changed', action.impact),
    ...shown('Verified by', action.verifiedBy),
    ...on('Verified on', action.verifiedOn),
    ...on('To be looked at again', action.retestOn),
    ...on('Looked at again', action.retestedOn),
    ...shown('What that showed', action.retestNote),
    ...shown('Given up because', action.closedBecause ?? ''),
  ]
}

function shownBy({ shownBy: by, pinnedType, pinnedVersion }: Action): Fact[] {
  if (by === null || pinnedType === null) return []
  return [
    {
      name: 'Shown by',
      value: (
        <>
          {shownByLabels[pinnedType]}: <Shown>{by.title}</Shown>, version {pinnedVersion}
          {by.fault && (
            <>
              {' '}
              <Tag tone="warning">{by.fault}</Tag>
            </>
          )}
        </>
      ),
    },
  ]
}

const stay = () => undefined

/** Nothing is asked but what comes next. */
function NextStep({ view, action }: OneActionProps) {
  const me = useMe()
  const mayEdit = useMay('oversight:edit')
  const mayVerify = useMay('oversight:verify')
  const ended = action.status === 'embedded' || action.status === 'closed-not-effective'
  if (ended) return null
  if (action.verifiedOn !== null)
    return mayEdit ? (
      <Section title="Has it held?">
        <RetestForm action={action} onDone={stay} />
      </Section>
    ) : null
  if (action.doneOn !== null && action.evidence !== '' && !action.shownBy?.fault)
    return mayVerify ? (
      <Section title="Verify it: not by its owner, nor by whoever recorded it as done">
        <VerifyForm action={action} signer={me.name} onDone={stay} />
      </Section>
    ) : null
  return mayEdit ? (
    <Section title={action.doneOn === null ? 'Once it is done' : 'Its evidence'}>
      {action.doneOn === null && action.startedOn === null && <Start action={action} />}
      <DoneForm view={view} action={action} onDone={stay} />
    </Section>
  ) : null
}

function Start({ action: { recordId: id, version } }: { action: Action }) {
  const start = useCommand(act.oversight.startAction.mutate)
  return (
    <p>
      <Button kind="quiet" onClick={() => void start({ id, version })}>
        It has begun
      </Button>
    </p>
  )
}

type Other = 'change' | 'give-up'

function OtherSteps({ view, action }: OneActionProps) {
  const mayEdit = useMay('oversight:edit')
  const navigate = useNavigate()
  const withdraw = useCommand(act.oversight.withdrawAction.mutate)
  const [other, take] = useState<Other>()
  if (!mayEdit) return null
  const { recordId: id, version } = action
  const ended = action.status === 'embedded' || action.status === 'closed-not-effective'
  return (
    <Section
      title="Something else"
      actions={
        !ended && (
          <>
            {action.doneOn === null && (
              <Button kind="quiet" small onClick={() => take('change')}>
                Change it
              </Button>
            )}
            <Button kind="quiet" small onClick={() => take('give-up')}>
              Give it up
            </Button>
          </>
        )
      }
    >
      {other === 'change' && (
        <ChangeActionForm view={view} action={action} onDone={() => take(undefined)} />
      )}
      {other === 'give-up' && <CloseForm action={action} onDone={() => take(undefined)} />}
      <WithdrawForm
        what="this action"
        draft={`oversight-action-mistake:${id}`}
        withdraw={(reason) => withdraw({ id, version, reason })}
        onDone={() => void navigate({ to: '/assurance/actions' })}
      />
    </Section>
  )
}
