import { type ReactNode, useState } from 'react'
import { endingWords } from '#domain/admission/ending.ts'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { sourceKindLabels } from '#domain/shared/who-knows-her.ts'
import { act } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AskSourceForm } from './ask-source-form.tsx'
import { ChaseForm } from './item-forms.tsx'
import { LetterButtons } from './letter-buttons.tsx'
import type { ReferralView, SourceView } from './view.ts'

interface SourceRowProps {
  view: ReferralView
  source: SourceView
  mayEdit: boolean
  takeOut: (source: SourceView) => ReactNode
}

/** One of those who know her: what they are to be asked for, what they were asked, and what came of it. */
export function SourceRow({ view, source, mayEdit, takeOut }: SourceRowProps) {
  const [asking, ask] = useState(false)
  const mayBeAsked = source.route.kind !== 'social-worker'
  const open = source.items.filter(({ outcome }) => outcome === null || outcome === 'open')
  return (
    <li className="admission-row">
      <div>
        <strong>
          <Shown>{source.name}</Shown>
        </strong>{' '}
        <span className="app-quiet">
          {sourceKindLabels[source.kind]}
          {source.telephone && `, ${source.telephone}`}
        </span>
      </div>
      <Route source={source} />
      {source.items.length === 0 && <p className="app-quiet">Nothing is asked of them.</p>}
      <ul className="admission-requests">
        {source.items.map((item) => (
          <RequestLine key={item.itemId} item={item} mayEdit={mayEdit} ended={view.ended} />
        ))}
      </ul>
      {mayEdit && mayBeAsked && open.length > 0 && !asking && (
        <div className="app-buttons">
          <Button
            kind="quiet"
            small
            label={`They were asked: ${source.name}`}
            onClick={() => ask(true)}
          >
            They were asked
          </Button>
          <LetterButtons
            what={`Letter to ${source.name}`}
            make={(format) =>
              act.admission.requestLetter.mutate({
                referralId: view.referral.id,
                sourceId: source.recordId,
                format,
              })
            }
          />
        </div>
      )}
      {asking && <AskSourceForm view={view} source={source} onDone={() => ask(false)} />}
      {mayEdit && !asking && takeOut(source)}
    </li>
  )
}

function Route({ source: { route } }: { source: SourceView }) {
  if (route.kind === 'through')
    return (
      <p>
        <Tag tone="warning">Only through {route.whom}</Tag>
      </p>
    )
  if (route.kind === 'social-worker')
    return (
      <p>
        <Tag tone="danger">No contact by the unit</Tag> {route.because}. Ask the social worker
        whether, and by whom, they are asked.
      </p>
    )
  return null
}

const outcomeWords = {
  received: { text: 'Answered', tone: 'good' },
  'not-known': { text: 'Does not know', tone: 'neutral' },
  'not-applicable': { text: 'Not applicable', tone: 'neutral' },
} as const

interface RequestLineProps {
  item: SourceView['items'][number]
  mayEdit: boolean
  ended: ReferralView['ended']
}

function RequestLine({ item, mayEdit, ended }: RequestLineProps) {
  const [chasing, chase] = useState(false)
  const { outcome, askedAt, askedOf, chaseDueAt, chased, requestId } = item
  return (
    <li>
      <span className="admission-row__id">{item.itemId}</span> {item.title}{' '}
      {outcome === null && <Tag tone="warning">Not asked yet</Tag>}
      {outcome === 'open' && askedAt && (
        <>
          <span className="app-quiet">
            asked of <Shown>{askedOf ?? ''}</Shown>, {formatDateTime(askedAt)}
            {chased > 0 && `, chased ${chased === 1 ? 'once' : `${chased} times`}`}
          </span>{' '}
          {chaseDueAt && <Countdown what="Chase" due={chaseDueAt} />}{' '}
          {ended && <Tag>{endingWords[ended.how]}</Tag>}{' '}
          {mayEdit && !chasing && !ended && (
            <Button kind="quiet" small label={`Chased: ${item.title}`} onClick={() => chase(true)}>
              Chased
            </Button>
          )}
        </>
      )}
      {chasing && requestId && (
        <ChaseForm informationItemId={requestId} onDone={() => chase(false)} />
      )}
      {outcome !== null && outcome !== 'open' && (
        <Tag tone={outcomeWords[outcome].tone}>{outcomeWords[outcome].text}</Tag>
      )}
    </li>
  )
}
