import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Failure } from '#domain/shared/failure.ts'
import { act, useCommandAtPress } from '../../api.ts'
import { thisMinute } from '../../features/unwell-baby/concern-input.ts'
import {
  type EpisodeView,
  type NextView,
  openJourney,
  unansweredCall,
} from '../../features/unwell-baby/view.ts'
import { Button } from '../../ui/button.tsx'
import type { Do } from './doing.ts'

interface NextActsProps {
  view: EpisodeView
  next: NextView
  onDo: Do
}

/** What can be pressed for the next step: the first button is the step itself. */
export function NextActs({ view, next, onDo }: NextActsProps) {
  switch (next.step) {
    case 'observations':
      return <Button onClick={() => onDo({ form: 'observe' })}>Record observations</Button>
    case 'help':
      return <HelpActs view={view} next={next} onDo={onDo} />
    case 'escort':
      return <Button onClick={() => onDo({ form: 'escort' })}>Decide who goes</Button>
    case 'return':
      return <ReturnActs view={view} onDo={onDo} />
    case 'tell':
      return (
        <Link to="/duties" className="nhsuk-button">
          Go to the duties: whom to ring, and log it
        </Link>
      )
    case 'debrief':
      return <Button onClick={() => onDo({ form: 'debrief' })}>Record the debrief</Button>
    default:
      return null
  }
}

function HelpActs({ view, next, onDo }: NextActsProps) {
  const [first] = next.ring
  const ring = next.ring.map(({ helper }) => helper)
  if (!first) return null
  const demand = view.help.demands.find(({ text, metAt }) => text === next.text && metAt === null)
  if (demand?.kind === 'seen') {
    const met = view.help.contacts.findLast(({ whom }) => ring.includes(whom))
    const whom = met?.whom ?? first.helper
    return (
      <Button
        onClick={() => onDo({ form: 'seen', whom, ...(met ? { contactId: met.contactId } : {}) })}
      >
        Somebody is with the baby
      </Button>
    )
  }
  const rung = unansweredCall(view, first.helper)
  const spoken = () =>
    onDo(rung ? { form: 'spoken', contactId: rung.contactId } : { form: 'call', ring })
  if (first.helper === '999')
    return (
      <>
        <Connected view={view} />
        <Button kind="quiet" onClick={spoken}>
          A colleague called 999
        </Button>
      </>
    )
  return (
    <>
      <Button onClick={spoken}>Spoken to: {first.label}</Button>
      <Rang episodeId={view.episodeId} view={view} whom={first} />
    </>
  )
}

/** 999 answers whoever rings: connected now, by whoever is signed in. What they said is added after. */
function Connected({ view }: { view: EpisodeView }) {
  const reached = useCommandAtPress(act.unwellBaby.reached.mutate)
  const [failure, setFailure] = useState<Failure>()
  const press = async () => {
    const rung = unansweredCall(view, '999')
    const reply = await reached((pressedAt) => ({
      episodeId: view.episodeId,
      whom: '999',
      reachedAt: thisMinute(pressedAt),
      ...(rung ? { contactId: rung.contactId, version: rung.version } : {}),
    }))
    setFailure(reply.ok ? undefined : reply.failure)
  }
  return (
    <>
      <Button kind="warning" onClick={() => void press()}>
        999 is connected
      </Button>
      {failure && <p role="alert">{failure.message}</p>}
    </>
  )
}

interface RangProps {
  episodeId: string
  view: EpisodeView
  whom: NextView['ring'][number]
}

/** Rung and not answered yet: written down, and the limit goes on. */
function Rang({ episodeId, view, whom }: RangProps) {
  const rang = useCommandAtPress(act.unwellBaby.rang.mutate)
  const [failure, setFailure] = useState<Failure>()
  const before = unansweredCall(view, whom.helper)
  const press = async () => {
    const reply = await rang((pressedAt) => ({
      episodeId,
      whom: whom.helper,
      calledAt: thisMinute(pressedAt),
    }))
    setFailure(reply.ok ? undefined : reply.failure)
  }
  return (
    <>
      <Button kind="quiet" onClick={() => void press()}>
        {before ? 'Rung again, not reached' : 'Rung, not reached yet'}
      </Button>
      {failure && <p role="alert">{failure.message}</p>}
    </>
  )
}

function ReturnActs({ view, onDo }: Pick<NextActsProps, 'view' | 'onDo'>) {
  const journey = openJourney(view)
  return (
    <>
      {journey && <Button onClick={() => onDo({ form: 'returned' })}>The baby is back</Button>}
      <Button {...(journey ? { kind: 'quiet' } : {})} onClick={() => onDo({ form: 'outcome' })}>
        Sign the outcome
      </Button>
    </>
  )
}
