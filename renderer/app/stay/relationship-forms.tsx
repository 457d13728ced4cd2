import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { act, read, useCommand, useRead } from '../../api.ts'
import { AssessmentForm } from '../../features/relationship/assessment-form.tsx'
import {
  AcknowledgeForm,
  ChaseForm,
  MotherForm,
  SendForm,
} from '../../features/relationship/share-forms.tsx'
import type { Assessment, RelationshipView } from '../../features/relationship/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Ready } from '../reading.tsx'
import { useMe } from '../session/me.ts'
import { useRelationship } from './relationship-page.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

interface Of {
  stayId: string
  pairId: string
}

function useBack({ stayId, pairId }: Of) {
  const navigate = useNavigate()
  return () =>
    void navigate({ to: '/stays/$stayId/relationship/$pairId', params: { stayId, pairId } })
}

interface FormPageProps {
  of: Of
  title: string
  children: (view: RelationshipView, back: () => void) => ReactNode
}

function FormPage({ of, title, children }: FormPageProps) {
  const view = useRelationship(of.pairId)
  const back = useBack(of)
  return (
    <StayFormPage stayId={of.stayId} title={() => title}>
      {() => (
        <Ready reading={view} what="assessments">
          {(value) => children(value, back)}
        </Ready>
      )}
    </StayFormPage>
  )
}

/** A new assessment. */
export function AssessRelationship() {
  const of = useParams({ from: '/stays/$stayId/relationship/$pairId/assess' })
  return (
    <FormPage of={of} title="Assess relationship and parenting">
      {(view, back) => <Assess view={view} onDone={back} />}
    </FormPage>
  )
}

/** A correction of one, or that it was entered in error. */
export function CorrectRelationship() {
  const of = useParams({ from: '/stays/$stayId/relationship/$pairId/$assessmentId/correct' })
  return (
    <FormPage of={of} title="Correct an assessment">
      {(view, back) => {
        const found = view.assessments.find(({ recordId }) => recordId === of.assessmentId)
        if (!found) return <Banner title="This assessment is not on record any more" />
        return (
          <>
            <Assess view={view} correcting={found} onDone={back} />
            <WithdrawAssessment assessment={found} onDone={back} />
          </>
        )
      }}
    </FormPage>
  )
}

interface AssessProps {
  view: RelationshipView
  correcting?: Assessment
  onDone: () => void
}

function Assess({ view, correcting, onDone }: AssessProps) {
  const me = useMe()
  const staff = useRead(read.users.staff.queryOptions(undefined))
  return (
    <Ready reading={staff} what="staff register">
      {(people) => (
        <AssessmentForm
          view={view}
          staff={people.flatMap(({ recordId: id, name, leftOn }) =>
            leftOn === null || correcting ? [{ id, name }] : [],
          )}
          me={me}
          onDone={onDone}
          {...(correcting ? { correcting } : {})}
        />
      )}
    </Ready>
  )
}

interface WithdrawProps {
  assessment: Assessment
  onDone: () => void
}

function WithdrawAssessment({ assessment: { recordId: id, version }, onDone }: WithdrawProps) {
  const withdraw = useCommand(act.relationship.withdraw.mutate)
  return (
    <WithdrawForm
      what="this assessment"
      draft={`withdraw:${id}:${version}`}
      withdraw={(reason) => withdraw({ id, version, reason })}
      onDone={onDone}
    />
  )
}

export function ShareWithMother() {
  const of = useParams({ from: '/stays/$stayId/relationship/$pairId/$assessmentId/mother' })
  return (
    <FormPage of={of} title="Share with the mother">
      {(_, back) => <MotherForm assessmentId={of.assessmentId} onDone={back} />}
    </FormPage>
  )
}

export function SendAssessment() {
  const of = useParams({ from: '/stays/$stayId/relationship/$pairId/$assessmentId/send' })
  return (
    <FormPage of={of} title="Send to a professional">
      {(view, back) => <SendForm view={view} assessmentId={of.assessmentId} onDone={back} />}
    </FormPage>
  )
}

export function SendScope() {
  const of = useParams({ from: '/stays/$stayId/relationship/$pairId/scope' })
  return (
    <FormPage of={of} title="Send the scope statement by itself">
      {(view, back) => <SendForm view={view} onDone={back} />}
    </FormPage>
  )
}

export function ChaseSharing() {
  const of = useParams({ from: '/stays/$stayId/relationship/$pairId/chase/$sharingId' })
  return (
    <FormPage of={of} title="Chase an acknowledgement">
      {(_, back) => <ChaseForm sharingId={of.sharingId} onDone={back} />}
    </FormPage>
  )
}

export function AcknowledgeSharing() {
  const of = useParams({ from: '/stays/$stayId/relationship/$pairId/acknowledged/$sharingId' })
  return (
    <FormPage of={of} title="Somebody has acknowledged it">
      {(_, back) => <AcknowledgeForm sharingId={of.sharingId} onDone={back} />}
    </FormPage>
  )
}

export function WithdrawSharing() {
  const of = useParams({ from: '/stays/$stayId/relationship/$pairId/mistake/$sharingId' })
  const withdraw = useCommand(act.relationship.withdrawSharing.mutate)
  return (
    <FormPage of={of} title="This was entered in error">
      {(view, back) => {
        const all = [...view.assessments.flatMap(({ sharings }) => sharings), ...view.statements]
        const found = all.find(({ recordId }) => recordId === of.sharingId)
        if (!found) return <Banner title="This is not on record any more" />
        const { recordId: id, version } = found
        return (
          <WithdrawForm
            what="this entry"
            draft={`withdraw:${id}:${version}`}
            withdraw={(reason) => withdraw({ id, version, reason })}
            onDone={back}
          />
        )
      }}
    </FormPage>
  )
}
