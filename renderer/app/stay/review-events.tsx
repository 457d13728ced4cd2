import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { eventKindLabels, isNoted } from '#domain/reviews/rule-content.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import {
  AnswerEventForm,
  CorrectAnswerForm,
  LaterForm,
  NoteEventForm,
} from '../../features/reviews/event-forms.tsx'
import { EventsTable } from '../../features/reviews/events-table.tsx'
import { OpenEvents } from '../../features/reviews/open-events.tsx'
import type { ReviewEvent } from '../../features/reviews/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Section } from '../../ui/section.tsx'
import { ShownNote } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { StayFormPage } from './stay-form-page.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

interface Of {
  stayId: string
  pairId: string
}

const useEvents = (pairId: string) => useRead(read.reviews.view.queryOptions({ pairId }))

/** On the page of supervision: what happened, here and in other records, and how the review of each event stands. */
export function EventsSection({ stayId, pairId }: Of) {
  const view = useEvents(pairId)
  const mayNote = useMay('supervision:note-event')
  const mayAnswer = useMay('supervision:decide')
  const params = { stayId, pairId }
  const acts = ({ recordId, answer, kind }: ReviewEvent) => {
    const own = { ...params, eventId: recordId }
    return (
      <>
        {mayAnswer && answer === undefined && (
          <p>
            <Link to="/stays/$stayId/supervision/$pairId/event/$eventId/answer" params={own}>
              Answer it
            </Link>
          </p>
        )}
        {mayAnswer && answer !== undefined && (
          <p>
            <Link to="/stays/$stayId/supervision/$pairId/event/$eventId/correct" params={own}>
              Correct the answer
            </Link>
          </p>
        )}
        {mayNote && kind === 'incident' && (
          <p>
            <Link to="/stays/$stayId/supervision/$pairId/event/$eventId/later" params={own}>
              Number, candour
            </Link>
          </p>
        )}
        {mayAnswer && isNoted(kind) && (
          <p>
            <Link to="/stays/$stayId/supervision/$pairId/event/$eventId/mistake" params={own}>
              A mistake
            </Link>
          </p>
        )}
      </>
    )
  }
  return (
    <Section
      title="Events that open a review"
      actions={
        mayNote && (
          <Link
            to="/stays/$stayId/supervision/$pairId/event"
            params={params}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            Note an incident or a concern
          </Link>
        )
      }
    >
      <Ready reading={view} what="events">
        {(value) => <EventsTable view={value} acts={acts} />}
      </Ready>
    </Section>
  )
}

/** Above the form of a review: what it has to answer first. */
export function EventsToAnswer({ stayId, pairId }: Of) {
  const view = useEvents(pairId)
  if (view.state !== 'ready') return null
  return (
    <OpenEvents
      view={view.value}
      link={
        <Link to="/stays/$stayId/supervision/$pairId" params={{ stayId, pairId }}>
          Answer them on the page of supervision
        </Link>
      }
    />
  )
}

function useBack({ stayId, pairId }: Of) {
  const navigate = useNavigate()
  return () =>
    void navigate({ to: '/stays/$stayId/supervision/$pairId', params: { stayId, pairId } })
}

export function NoteEvent() {
  const of = useParams({ from: '/stays/$stayId/supervision/$pairId/event' })
  const view = useEvents(of.pairId)
  const back = useBack(of)
  return (
    <StayFormPage stayId={of.stayId} title={() => 'Note an incident or a concern'}>
      {() => (
        <Ready reading={view} what="form">
          {(value) => <NoteEventForm view={value} pairId={of.pairId} onDone={back} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

interface OneEventProps {
  of: Of & { eventId: string }
  title: string
  children: (event: ReviewEvent, back: () => void) => ReactNode
}

function OneEvent({ of, title, children }: OneEventProps) {
  const view = useEvents(of.pairId)
  const back = useBack(of)
  return (
    <StayFormPage stayId={of.stayId} title={() => title}>
      {() => (
        <Ready reading={view} what="event">
          {({ events }) => {
            const event = events.find(({ recordId }) => recordId === of.eventId)
            if (!event) return <Banner title="This event is not on record any more" />
            return (
              <>
                <Banner
                  title={`${eventKindLabels[event.kind]}, ${formatDateTime(event.happenedAt)}`}
                >
                  <ShownNote>{event.what}</ShownNote>
                </Banner>
                {children(event, back)}
              </>
            )
          }}
        </Ready>
      )}
    </StayFormPage>
  )
}

export function AnswerEvent() {
  const of = useParams({ from: '/stays/$stayId/supervision/$pairId/event/$eventId/answer' })
  return (
    <OneEvent of={of} title="What the review says of it">
      {(event, back) => <AnswerEventForm event={event} onDone={back} />}
    </OneEvent>
  )
}

export function CorrectAnswer() {
  const of = useParams({ from: '/stays/$stayId/supervision/$pairId/event/$eventId/correct' })
  return (
    <OneEvent of={of} title="Correct the answer">
      {(event, back) => <CorrectAnswerForm event={event} onDone={back} />}
    </OneEvent>
  )
}

export function EventLater() {
  const of = useParams({ from: '/stays/$stayId/supervision/$pairId/event/$eventId/later' })
  return (
    <OneEvent of={of} title="The trust’s number, and candour">
      {(event, back) => <LaterForm event={event} onDone={back} />}
    </OneEvent>
  )
}

export function WithdrawEvent() {
  const of = useParams({ from: '/stays/$stayId/supervision/$pairId/event/$eventId/mistake' })
  const withdraw = useCommand(act.reviews.withdraw.mutate)
  return (
    <OneEvent of={of} title="This was entered in error">
      {({ recordId: id, version }, back) => (
        <WithdrawForm
          what="this event"
          draft={`withdraw:${id}:${version}`}
          withdraw={(reason) => withdraw({ id, version, reason })}
          onDone={back}
        />
      )}
    </OneEvent>
  )
}
