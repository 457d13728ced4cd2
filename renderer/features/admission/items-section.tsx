import { type ReactNode, useState } from 'react'
import { endingWords } from '#domain/admission/ending.ts'
import { formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { type Basis, basisLine } from '#domain/shared/provenance.ts'
import { sourceKindLabels } from '#domain/shared/who-knows-her.ts'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag, Tags } from '../../ui/tag.tsx'
import { AskForm, ChaseForm } from './item-forms.tsx'
import { ReceiveForm } from './receive-form.tsx'
import type { ItemView, ReferralView, Words } from './view.ts'
import { daysOld, itemWords } from './words.ts'

interface ItemsSectionProps {
  view: ReferralView
  mayEdit: boolean
  open: string | undefined
  onOpen: (id: string | undefined) => void
  lastBasis: Basis | undefined
  onBasis: (basis: Basis) => void
  /** The way to take the words of what was answered off this page. */
  restrict: (words: Words) => ReactNode
}

/** The information needed: what each item is, who was asked, how old the answer is. Must-knows come first. */
export function ItemsSection({ view, ...rest }: ItemsSectionProps) {
  const first = view.items.filter((item) => item.mustKnow)
  const further = view.items.filter((item) => !item.mustKnow)
  return (
    <Section title="Information">
      <h3>Must be known before an offer</h3>
      <Rows items={first} view={view} {...rest} />
      <h3>Asked for besides</h3>
      <Rows items={further} view={view} {...rest} />
    </Section>
  )
}

function Rows({ items, view, ...rest }: ItemsSectionProps & { items: readonly ItemView[] }) {
  return (
    <ul className="admission-rows">
      {items.map((item) => (
        <ItemRow key={item.id} item={item} view={view} {...rest} />
      ))}
    </ul>
  )
}

type Act = 'ask' | 'chase' | 'receive'

function ItemRow({ item, view, mayEdit, ...rest }: ItemsSectionProps & { item: ItemView }) {
  const [act, setAct] = useState<Act>()
  const isOpen = rest.open === item.id
  const word = itemWords[item.standing]
  const done = (basis?: Basis) => {
    if (basis) rest.onBasis(basis)
    setAct(undefined)
    rest.onOpen(undefined)
  }
  const start = (next: Act) => {
    setAct(next)
    rest.onOpen(item.id)
  }
  const form = { referralId: view.referral.id, item, onDone: done }
  return (
    <li className="admission-row" id={`rule-${item.id}`}>
      <div className="admission-row__top">
        <div>
          <span className="admission-row__id">{item.id}</span> {item.title}
        </div>
        <Tags>
          <Tag tone={word.tone}>{word.text}</Tag>
          {item.ageDays !== null && (
            <Tag tone={item.standing === 'stale' ? 'danger' : 'neutral'}>
              {daysOld(item.ageDays)}
              {item.staleAfterDays !== null && ` (limit ${item.staleAfterDays})`}
            </Tag>
          )}
        </Tags>
      </div>
      <Held item={item} ended={view.ended} />
      {item.standing === 'never-asked' && <WhomToAsk item={item} view={view} />}
      {isOpen && act === 'ask' && <AskForm {...form} />}
      {isOpen && act === 'chase' && item.row && (
        <ChaseForm informationItemId={item.row.recordId} onDone={() => done()} />
      )}
      {isOpen && act === 'receive' && (
        <ReceiveForm {...form} sources={view.sources} lastBasis={rest.lastBasis} />
      )}
      {((isOpen && act === 'receive') || !mayEdit) &&
        item.row &&
        item.row.summary !== '' &&
        rest.restrict({
          type: 'information_item',
          id: item.row.recordId,
          version: item.row.version,
          onDone: () => done(),
        })}
      {mayEdit && !item.fromCpis && !(isOpen && act) && <ItemActs item={item} onStart={start} />}
    </li>
  )
}

function ItemActs({ item, onStart }: { item: ItemView; onStart: (act: Act) => void }) {
  const chasing = item.chaseDueAt !== null
  const asks = item.row?.askedAt ? 'Ask again' : 'Ask'
  return (
    <div className="app-buttons">
      <Button
        kind="quiet"
        small
        label={`Received: ${item.title}`}
        onClick={() => onStart('receive')}
      >
        Received
      </Button>
      <Button kind="quiet" small label={`${asks}: ${item.title}`} onClick={() => onStart('ask')}>
        {asks}
      </Button>
      {chasing && (
        <Button kind="quiet" small label={`Chase: ${item.title}`} onClick={() => onStart('chase')}>
          Chase
        </Button>
      )}
    </div>
  )
}

function Held({ item, ended }: { item: ItemView; ended: ReferralView['ended'] }) {
  const { row } = item
  if (item.fromCpis)
    return <p className="app-quiet">Read from the CP-IS checks: one for every child.</p>
  if (!row) return <p className="app-quiet">{item.asks}</p>
  return (
    <>
      {row.askedAt && row.askedOf && (
        <p>
          Asked of <Shown>{row.askedOf}</Shown>, {formatDateTime(row.askedAt)}.{' '}
          {item.chaseDueAt && <Countdown what="Chase" due={item.chaseDueAt} />}
          {ended && row.outcome === 'open' && <Tag>{endingWords[ended.how]}</Tag>}
        </p>
      )}
      {item.chases.map((chase) => (
        <p key={chase.recordId} className="app-quiet">
          Chased <Shown>{chase.chasedOf}</Shown>, {formatDateTime(chase.chasedAt)}
        </p>
      ))}
      {row.receivedAt && (
        <p>
          Came {formatDateTime(row.receivedAt)}
          {row.describedOn && `, describes ${formatDate(row.describedOn)}`}
        </p>
      )}
      {row.summary !== '' && <ShownNote>{row.summary}</ShownNote>}
      {row.basis && (
        <p className="app-quiet">
          <Shown>{basisLine(row.basis)}</Shown>
        </p>
      )}
    </>
  )
}

/** Who of those who know her could say; or that nobody known could. */
function WhomToAsk({ item, view }: { item: ItemView; view: ReferralView }) {
  if (item.fromCpis) return null
  const known = view.toAsk
    .filter((one) => one.itemId === item.id)
    .flatMap((one) => one.source ?? [])
  return (
    <p>
      {known.length > 0 ? (
        <>
          Could say:{' '}
          {known.map((source, index) => (
            <span key={source.recordId}>
              {index > 0 && '; '}
              <Shown>{source.name}</Shown> ({sourceKindLabels[source.kind]})
            </span>
          ))}
        </>
      ) : (
        <>
          Nobody known yet could say. Look for:{' '}
          {item.sources.map((kind) => sourceKindLabels[kind].toLowerCase()).join(', ')}.
        </>
      )}
    </p>
  )
}
