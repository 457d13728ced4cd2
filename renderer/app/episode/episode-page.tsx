import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { BandsLine } from '../../features/unwell-baby/bands-panel.tsx'
import { NextPanel } from '../../features/unwell-baby/next-panel.tsx'
import { StepsLine } from '../../features/unwell-baby/steps-line.tsx'
import { bandOrder, type EpisodeView, infectionRuledOut } from '../../features/unwell-baby/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Ready } from '../reading.tsx'
import { NumberMissing, UnitDetailsMissing } from './call-details.tsx'
import type { Doing } from './doing.ts'
import { EpisodeActs } from './episode-acts.tsx'
import { EpisodeForm } from './episode-form.tsx'
import { EpisodeHead } from './episode-head.tsx'
import { EpisodeRecord } from './episode-record.tsx'
import { NextActs } from './next-acts.tsx'

/** What is late, and who stands in, changes as time goes by, without anybody writing anything. */
const againMs = 15_000

/** One episode from the concern to the debrief, with its clock. */
export function EpisodePage() {
  const { episodeId } = useParams({ from: '/episodes/$episodeId' })
  const episode = useRead({
    ...read.unwellBaby.episode.queryOptions({ episodeId }),
    refetchInterval: againMs,
  })
  return (
    <div className="app-main app-main--wide">
      <Ready reading={episode} what="episode">
        {(view) => <Episode view={view} />}
      </Ready>
    </div>
  )
}

function Episode({ view }: { view: EpisodeView }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const start = (next: Doing) => {
    setDoing(next)
    window.scrollTo?.({ top: 0 })
  }
  const done = () => {
    setDoing(null)
    window.scrollTo?.({ top: 0 })
  }
  return (
    <>
      <EpisodeHead view={view} entering={doing !== null} />
      <ClockStepBanner view={view} />
      {doing ? (
        <EpisodeForm view={view} doing={doing} onDone={done} />
      ) : (
        <>
          <StepsLine steps={view.pathway} />
          <LastBands view={view} />
          {view.next ? (
            <NextPanel
              next={view.next}
              responder={view.responder}
              say={view.next.step === 'help' && view.next.ring.length > 0 ? view.help.say : []}
              numberMissing={<NumberMissing ring={view.next.ring} />}
              acts={<NextActs view={view} next={view.next} onDo={start} />}
            />
          ) : (
            <Banner title="This episode is finished" tone="good" />
          )}
          <EpisodeActs view={view} onDo={start} />
          {view.clock.running && <UnitDetailsMissing missing={view.help.unitMissing} />}
          <EpisodeRecord view={view} onDo={start} />
        </>
      )}
      <p>
        <Link to="/stays/$stayId" params={{ stayId: view.stayId }}>
          Go to the page of the stay
        </Link>
      </p>
    </>
  )
}

/** What the last observations say, above what to do about it. */
function LastBands({ view }: { view: EpisodeView }) {
  const last = view.observations.findLast(({ withdrawn }) => !withdrawn)
  return last ? (
    <BandsLine
      tables={last.tables}
      infectionRuledOut={infectionRuledOut(view)}
      order={bandOrder(view)}
    />
  ) : null
}

/** Somebody set the computer's clock: both times stand, and the episode's clock goes on (decision 26). */
function ClockStepBanner({ view: { clockStep } }: { view: EpisodeView }) {
  if (!clockStep) return null
  const day = dateOf(clockStep.found)
  return (
    <Banner
      title={`The computer’s clock was changed on ${day.split('-').reverse().join('/')}`}
      tone="warning"
    >
      <p>
        It should have read {formatDateTime(clockStep.expected)} and read{' '}
        {formatDateTime(clockStep.found)}. Check the times that were entered since.
      </p>
    </Banner>
  )
}
