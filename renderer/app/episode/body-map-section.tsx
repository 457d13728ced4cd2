import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { drawnViews } from '#domain/unwell-baby/body-map.ts'
import { BodyFigure } from '../../features/unwell-baby/body-figure.tsx'
import { FromPaper } from '../../features/unwell-baby/from-paper.tsx'
import { Limit } from '../../features/unwell-baby/limit.tsx'
import type { EpisodeView } from '../../features/unwell-baby/view.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { useMay } from '../session/me.ts'
import type { Do } from './doing.ts'
import { StrategyLine } from './strategy-parts.tsx'

/** A bruise or injury: what has to follow at once, and the body map. Nothing where none was noticed. */
export function BodyMapSection({ view, onDo }: { view: EpisodeView; onDo: Do }) {
  const mayRecord = useMay('episode:record')
  if (view.injurySteps.length === 0) return null
  return (
    <Section
      title="Bruise or injury"
      actions={
        mayRecord && (
          <Button kind="quiet" small onClick={() => onDo({ form: 'mark' })}>
            Mark it on the body map
          </Button>
        )
      }
    >
      <InjurySteps view={view} />
      <StrategyLine view={view} onDo={onDo} />
      {view.marks.length === 0 ? (
        <p>
          <strong>Nothing is on the body map yet.</strong> Mark each bruise or injury by itself.
        </p>
      ) : (
        <div className="body-map__read">
          <div className="body-map__views body-map__views--small">
            {drawnViews.map((drawn) => (
              <BodyFigure key={drawn} view={drawn} marks={view.marks} />
            ))}
          </div>
          <Marks view={view} onDo={onDo} mayRecord={mayRecord} />
        </div>
      )}
      {view.withdrawnMarks.map(({ markId, text, by, at, reason }) => (
        <p key={markId} className="app-quiet">
          <s>{text}</s> Entered in error, says <Shown>{by}</Shown> {formatDateTime(at)}:{' '}
          <Shown>{reason}</Shown>
        </p>
      ))}
    </Section>
  )
}

/** The steps of the protocol, with the limits that run in this episode. */
function InjurySteps({ view: { injurySteps, help, tell } }: { view: EpisodeView }) {
  const limits = help.demands.filter(({ band, metAt }) => band === 'injury' && metAt === null)
  return (
    <>
      {limits.map(({ key, text, dueAt }) => (
        <p key={key} className="body-map__limit">
          <strong>{text}</strong> <Limit due={dueAt} />
        </p>
      ))}
      {tellFirst(tell.open).map(({ what, dueAt }) => (
        <p key={what} className="body-map__limit">
          <strong>
            <Shown>{what}</Shown>
          </strong>{' '}
          {dueAt && <Limit due={dueAt} />} <Link to="/duties">Go to the duties</Link>
        </p>
      ))}
      <ol>
        {injurySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  )
}

/** Whom to tell first: the referral of a bruise or injury is due at once, before all else. */
const tellFirst = (open: EpisodeView['tell']['open']) =>
  [...open].sort((a, b) => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1)).slice(0, 2)

interface MarksProps {
  view: EpisodeView
  onDo: Do
  mayRecord: boolean
}

const Marks = ({ view, onDo, mayRecord }: MarksProps) => (
  <ul className="body-map__list">
    {view.marks.map((mark) => (
      <li key={mark.markId}>
        <strong>
          {mark.number}. <Shown>{mark.text}</Shown>
        </strong>{' '}
        <Shown>{mark.seenText}</Shown>.
        <FromPaper entries={view.paper.entries} id={mark.markId} />{' '}
        {mayRecord && (
          <Button
            kind="quiet"
            small
            label={`Entered in error: mark ${mark.number}`}
            onClick={() => onDo({ form: 'withdraw-mark', markId: mark.markId })}
          >
            Entered in error
          </Button>
        )}
        <ShownNote>{mark.description}</ShownNote>
        {mark.explanation && (
          <p>
            “<Shown>{mark.explanation}</Shown>” (<Shown>{mark.explainedBy ?? ''}</Shown>)
          </p>
        )}
        <p className="app-quiet">
          Held the baby in the last 24 hours: <Shown>{mark.heldBy}</Shown>
        </p>
      </li>
    ))}
  </ul>
)
