import { Link } from '@tanstack/react-router'
import { formatDateTime, formatTime } from '#domain/shared/calendar.ts'
import { motherAnswerLabels } from '#domain/shared/escort/escort.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { BandsPanel } from '../../features/unwell-baby/bands-panel.tsx'
import { EscortRuleText } from '../../features/unwell-baby/escort-rule-text.tsx'
import { FromPaper } from '../../features/unwell-baby/from-paper.tsx'
import { ReachedList } from '../../features/unwell-baby/reached-list.tsx'
import { bandOrder, type EpisodeView, infectionRuledOut } from '../../features/unwell-baby/view.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { useMay } from '../session/me.ts'
import { BodyMapSection } from './body-map-section.tsx'
import { BundleSection } from './bundle-section.tsx'
import type { Do } from './doing.ts'
import { AskedSince } from './escort-part.tsx'
import { HelpRecord } from './help-record.tsx'
import { ObservationSeries } from './observation-series.tsx'
import { PaperSection } from './paper-parts.tsx'
import { RingBack } from './ring-back.tsx'

interface EpisodeRecordProps {
  view: EpisodeView
  onDo: Do
}

/** What is known and what was done, under the next step. */
export function EpisodeRecord({ view, onDo }: EpisodeRecordProps) {
  const mayRecord = useMay('episode:record')
  const last = view.observations.findLast(({ withdrawn }) => !withdrawn)
  return (
    <>
      <BodyMapSection view={view} onDo={onDo} />
      <Section title="What it has reached, strictest first">
        <ReachedList bands={view.bands} aside={view.aside} />
        {last ? (
          <>
            <h3>The three tables for the last observations, {formatTime(last.observedAt)}</h3>
            <BandsPanel
              tables={last.tables}
              infectionRuledOut={infectionRuledOut(view)}
              order={bandOrder(view)}
            />
          </>
        ) : (
          <p className="app-quiet">
            No observations yet: the fever table, the sepsis table and PEWS have nothing to read.
          </p>
        )}
      </Section>
      <Section title="Observations">
        <ObservationSeries view={view} onDo={onDo} />
      </Section>
      <Section
        title="From the baby-care log, the last 24 hours"
        actions={
          <Link
            to="/stays/$stayId/care/$pairId"
            params={{ stayId: view.stayId, pairId: view.pairId }}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            Open the log
          </Link>
        }
      >
        <ul>
          {view.care.map((line) => (
            <li key={line}>
              <Shown>{line}</Shown>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="The concern"
        actions={
          mayRecord && (
            <>
              <Button kind="quiet" small onClick={() => onDo({ form: 'change-concern' })}>
                Say more, or put it right
              </Button>
              <Button kind="quiet" small onClick={() => onDo({ form: 'paper' })}>
                Written on paper
              </Button>
            </>
          )
        }
      >
        <Concern view={view} />
      </Section>
      <Section title="Help">
        <HelpRecord view={view} onDo={onDo} />
      </Section>
      <Section
        title="Escort and consent"
        actions={
          <Button kind="quiet" small onClick={() => onDo({ form: 'escort' })}>
            Decide who goes
          </Button>
        }
      >
        <EscortRuleText rule={view.escort.byRule} />
        <AskedSince asked={view.escort.askedSince} />
        <EscortDecisions view={view} />
      </Section>
      <PaperSection view={view} onDo={onDo} />
      <Ending view={view} onDo={onDo} />
      <BundleSection episodeId={view.episodeId} />
    </>
  )
}

function Concern({ view }: { view: EpisodeView }) {
  const { concern, infection, raises, paper, episodeId } = view
  return (
    <>
      <p>
        <strong>{concern.whoseLabel}</strong>, recognised {formatDateTime(concern.recognisedAt)}.{' '}
        {basisLine(concern.basis)}
        <FromPaper entries={paper.entries} id={episodeId} />
      </p>
      {concern.words && <ShownNote>{concern.words}</ShownNote>}
      {concern.findings.length > 0 && (
        <p>Noticed: {concern.findings.map(({ label }) => label).join('; ')}</p>
      )}
      {concern.versions.length > 1 && (
        <p className="app-quiet">
          Corrected:{' '}
          {concern.versions
            .map(
              ({ recognisedAt, recordedAt, by }) =>
                `${formatTime(recognisedAt)} (${by}, ${formatDateTime(recordedAt)})`,
            )
            .join('; ')}
        </p>
      )}
      {infection.answers.map(({ id, label, why, answeredAt, by }) => (
        <p key={id}>
          Could this be infection? <strong>{label}</strong>, {formatTime(answeredAt)} by{' '}
          <Shown>{by}</Shown>: <Shown>{why}</Shown>
          <FromPaper entries={paper.entries} id={id} />
        </p>
      ))}
      {raises.map(({ id, why, chosenAt, by }) => (
        <p key={id}>
          Raised {formatTime(chosenAt)} by <Shown>{by}</Shown>: <Shown>{why}</Shown>
          <FromPaper entries={paper.entries} id={id} />
        </p>
      ))}
    </>
  )
}

function EscortDecisions({ view: { escort, paper } }: { view: EpisodeView }) {
  if (escort.decisions.length === 0)
    return <p className="app-quiet">Nobody has decided yet who goes.</p>
  return (
    <ul>
      {escort.decisions.map((one) => (
        <li key={one.decisionId}>
          Decided {formatDateTime(one.decidedAt)} by <Shown>{one.by}</Shown>: staff for the baby{' '}
          {one.choice.babyEscorts}, for the mother {one.choice.motherEscorts}. Mother:{' '}
          {motherAnswerLabels[one.choice.motherMayGo]}.{' '}
          {one.leaveGrantedBy && one.leaveGrantedAt && (
            <>
              Leave under section 17, Mental Health Act granted by{' '}
              <Shown>{one.leaveGrantedBy}</Shown>, {formatDateTime(one.leaveGrantedAt)} (
              <Shown>{one.leaveDocument ?? ''}</Shown>).{' '}
            </>
          )}
          {one.overrideId !== null && <strong>Lower than the rules, by override. </strong>}
          {one.reached.map(({ name, at }) => `Reached ${name} ${formatTime(at)}. `)}
          <FromPaper entries={paper.entries} id={one.decisionId} />
        </li>
      ))}
    </ul>
  )
}

function Ending({ view, onDo }: EpisodeRecordProps) {
  const { departures, outcomes, debriefs, paper, toldInError } = view
  const mayReopen = useMay('episode:outcome')
  const mayRecord = useMay('episode:record')
  if (departures.length + outcomes.length + debriefs.length === 0) return null
  return (
    <Section title="Journey, outcome and debrief">
      <ul>
        {departures.map(
          ({ departureId, leftAt, destination, arrivedAt, handedOverTo, returnedAt }) => (
            <li key={departureId}>
              Left {formatDateTime(leftAt)} for <Shown>{destination}</Shown>
              {arrivedAt && `, arrived ${formatTime(arrivedAt)}`}
              {handedOverTo && `, handed over to ${handedOverTo}`}
              {returnedAt && `, back ${formatDateTime(returnedAt)}`}
              <FromPaper entries={paper.entries} id={departureId} />{' '}
              {mayRecord && (
                <Button
                  kind="quiet"
                  small
                  label={`Put this journey right: ${destination}`}
                  onClick={() => onDo({ form: 'correct-journey', departureId })}
                >
                  Put right
                </Button>
              )}
            </li>
          ),
        )}
        {outcomes.map(({ outcomeId, kind, label, at, plan, signedBy, secondPerson, reviewAt }) => (
          <li key={outcomeId}>
            <strong>{label}</strong> {formatDateTime(at)}, signed by <Shown>{signedBy}</Shown>
            {secondPerson && ` and ${secondPerson}`}.
            {reviewAt && ` Review ${formatDateTime(reviewAt)}.`}
            <FromPaper entries={paper.entries} id={outcomeId} />{' '}
            {mayReopen && kind !== 'entered-in-error' && (
              <Button
                kind="quiet"
                small
                label={`Signed by mistake: ${label}`}
                onClick={() => onDo({ form: 'reopen', outcomeId })}
              >
                Signed by mistake
              </Button>
            )}
            <ShownNote>{plan}</ShownNote>
            {kind === 'entered-in-error' && <RingBack toldInError={toldInError} />}
          </li>
        ))}
        {debriefs.map(({ debriefId, heldAt, learning, by, before }) => (
          <li key={debriefId}>
            Debrief {formatDateTime(heldAt)}, recorded by <Shown>{by}</Shown>{' '}
            {mayRecord && (
              <Button
                kind="quiet"
                small
                label={`Put right: debrief of ${formatDateTime(heldAt)}`}
                onClick={() => onDo({ form: 'correct-debrief', debriefId })}
              >
                Put right
              </Button>
            )}
            <ShownNote>{learning}</ShownNote>
            {before.map((said) => (
              <p key={said.version} className="app-quiet">
                <s>
                  <Shown>{`${formatDateTime(said.heldAt)}: ${said.learning}`}</Shown>
                </s>{' '}
                Changed {formatDateTime(said.changedAt)} by <Shown>{said.changedBy}</Shown>:{' '}
                <Shown>{said.reason}</Shown>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
