import type { ReactNode } from 'react'
import { Shown } from '../../ui/shown.tsx'
import { Limit } from './limit.tsx'
import { type EpisodeView, type NextView, ringText } from './view.ts'

interface NextPanelProps {
  next: NextView
  responder: EpisodeView['responder']
  /** What can be pressed: the first is the step itself. */
  acts: ReactNode
  /** The words to say on the telephone, where the step is a call. */
  say: readonly string[]
  /** The way to record a number that is missing; nothing where none is. */
  numberMissing?: ReactNode
}

/** The one next step: the largest words on the page after the clock. */
export function NextPanel({ next, responder, acts, say, numberMissing }: NextPanelProps) {
  const due = next.shownDueAt
  const others = next.limits.filter(({ text }) => text !== next.text)
  const toRing = next.ring.filter(({ helper }) => helper !== '999')
  return (
    <section
      className={`episode-next${next.late ? ' episode-next--late' : ''}`}
      aria-label="What to do now"
    >
      <div className="episode-next__main">
        <p className="episode-next__what">
          <span className="episode-next__now">NOW</span> {next.text}
        </p>
        <p className="episode-next__limit">
          {due && <Limit due={due} />}{' '}
          <span>
            Responder:{' '}
            <strong>
              <Shown>{responder.name ?? 'nobody has taken it on'}</Shown>
            </strong>
            {next.dueAt && responder.next && <ThenWho next={responder.next} />}
          </span>
        </p>
        {others.length > 0 && (
          <ul className="episode-next__limits">
            {others.map(({ text, dueAt }) => (
              <li key={text}>
                {text}: <Limit due={dueAt} />
              </li>
            ))}
          </ul>
        )}
        {toRing.length > 0 && (
          <p className="episode-next__ring">
            Ring: {toRing.map(ringText).join('; or ')}. {numberMissing}
          </p>
        )}
        <div className="app-buttons episode-next__acts">{acts}</div>
      </div>
      {say.length > 0 && (
        <div className="episode-say">
          <h2>What to say</h2>
          <ol>
            {say.map((line) => (
              <li key={line}>
                <Shown>{line}</Shown>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}

const ThenWho = ({ next }: { next: NonNullable<EpisodeView['responder']['next']> }) => (
  <>
    . Then: {next.role}
    {next.name && (
      <>
        , <Shown>{next.name}</Shown>
      </>
    )}
  </>
)
