import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { findingKindLabels, visitKindLabels, visitStateLabels } from '#domain/oversight/visit.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { act, useCommand } from '../../api.ts'
import { stateTones } from '../../features/oversight/tones.ts'
import type { Visit, VisitsView } from '../../features/oversight/view.ts'
import {
  CallOffForm,
  ChangeVisitForm,
  FindingForm,
  HoldVisitForm,
} from '../../features/oversight/visit-forms.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { WithdrawForm } from '../stay/withdraw-form.tsx'
import { OversightFrame } from './oversight-frame.tsx'
import { useVisits } from './visits-page.tsx'

/** One visit: that it was held, what was found, and which action answers each finding. */
export function VisitPage() {
  const { visitId } = useParams({ from: '/assurance/visits/$visitId' })
  const visits = useVisits()
  return (
    <Ready reading={visits} what="visit">
      {(view) => {
        const visit = view.visits.find(({ recordId }) => recordId === visitId)
        return visit ? (
          <OneVisit key={visit.version} view={view} visit={visit} />
        ) : (
          <OversightFrame title="Visit" back="visits">
            <Banner title="This visit is not on record any more" tone="warning" />
          </OversightFrame>
        )
      }}
    </Ready>
  )
}

function OneVisit({ view, visit }: { view: VisitsView; visit: Visit }) {
  const mayEdit = useMay('oversight:edit')
  const navigate = useNavigate()
  const withdraw = useCommand(act.oversight.withdrawVisit.mutate)
  const { recordId: id, version } = visit
  return (
    <OversightFrame title={visit.title} under={visitKindLabels[visit.kind]} back="visits">
      <Section title="The visit">
        <Facts
          facts={[
            {
              name: 'State',
              value: <Tag tone={stateTones[visit.state]}>{visitStateLabels[visit.state]}</Tag>,
            },
            { name: 'Planned for', value: formatDate(visit.plannedOn) },
            ...(visit.heldOn === null
              ? []
              : [
                  { name: 'Held on', value: formatDate(visit.heldOn) },
                  { name: 'Who came', value: <Shown>{visit.visitors}</Shown> },
                  { name: 'With whom they spoke', value: <Shown>{visit.spokenTo}</Shown> },
                  { name: 'What was seen', value: <ShownNote>{visit.seen}</ShownNote> },
                ]),
            ...(visit.calledOffBecause === null
              ? []
              : [{ name: 'Called off because', value: <Shown>{visit.calledOffBecause}</Shown> }]),
          ]}
        />
      </Section>
      {mayEdit && visit.heldOn === null && visit.calledOffBecause === null && (
        <Coming visit={visit} />
      )}
      {visit.heldOn !== null && <Found view={view} visit={visit} mayEdit={mayEdit} />}
      {mayEdit && (
        <WithdrawForm
          what="this visit"
          draft={`oversight-visit-mistake:${id}`}
          withdraw={(reason) => withdraw({ id, version, reason })}
          onDone={() => void navigate({ to: '/assurance/visits' })}
        />
      )}
    </OversightFrame>
  )
}

type Step = 'held' | 'changed' | 'off'

function Coming({ visit }: { visit: Visit }) {
  const [step, take] = useState<Step>('held')
  const back = () => take('held')
  return (
    <Section
      title={
        step === 'held' ? 'Once it was held' : step === 'changed' ? 'Change it' : 'Call it off'
      }
      actions={
        <>
          {step !== 'changed' && (
            <Button kind="quiet" small onClick={() => take('changed')}>
              Change it
            </Button>
          )}
          {step !== 'off' && (
            <Button kind="quiet" small onClick={() => take('off')}>
              Call it off
            </Button>
          )}
          {step !== 'held' && (
            <Button kind="quiet" small onClick={back}>
              It was held
            </Button>
          )}
        </>
      }
    >
      {step === 'held' && <HoldVisitForm visit={visit} onDone={back} />}
      {step === 'changed' && <ChangeVisitForm visit={visit} onDone={back} />}
      {step === 'off' && <CallOffForm visit={visit} onDone={back} />}
    </Section>
  )
}

interface FoundProps {
  view: VisitsView
  visit: Visit
  mayEdit: boolean
}

function Found({ view, visit, mayEdit }: FoundProps) {
  const [adding, add] = useState(false)
  return (
    <Section
      title="What was found"
      actions={
        mayEdit &&
        !adding && (
          <Button kind="quiet" small onClick={() => add(true)}>
            Add a strength, finding or recommendation
          </Button>
        )
      }
    >
      {adding && (
        <FindingForm visit={visit} requirements={view.requirements} onDone={() => add(false)} />
      )}
      <Table
        caption="What was found"
        captionHidden
        rows={visit.findings}
        rowKey={({ recordId }) => recordId}
        empty={<Empty>Nothing has been entered yet.</Empty>}
        columns={[
          { name: 'Requirement', cell: ({ requirement }) => requirement },
          { name: 'Kind', cell: ({ kind }) => findingKindLabels[kind] },
          { name: 'In their words', cell: ({ words }) => <ShownNote>{words}</ShownNote> },
          {
            name: 'Action',
            cell: ({ recordId, kind, hasAction }) => {
              if (hasAction) return <Link to="/assurance/actions">Set</Link>
              return mayEdit && kind !== 'strength' ? (
                <Link to="/assurance/actions/set" search={{ finding: recordId }}>
                  Set an action
                </Link>
              ) : (
                ''
              )
            },
          },
        ]}
      />
    </Section>
  )
}
