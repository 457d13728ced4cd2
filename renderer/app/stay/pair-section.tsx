import { Link } from '@tanstack/react-router'
import {
  bornInWords,
  correctedInWords,
  everyRowText,
  exactAgeInWords,
} from '#domain/shared/birth-words.ts'
import { dateOf, formatDateTime } from '#domain/shared/calendar.ts'
import {
  formatNhsNumber,
  type NhsNumberAbsence,
  nhsNumberAbsenceLabels,
} from '#domain/shared/nhs-number.ts'
import { read, useRead } from '../../api.ts'
import { SupervisionNow } from '../../features/supervision/now.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CareLink } from '../care/care-link.tsx'
import { ConcernButton, PairEpisodes } from '../episode/pair-episodes.tsx'
import { LegalFacts } from '../family/legal-facts.tsx'
import { fullName } from '../people/full-name.ts'
import { gestationText } from '../people/gestation.ts'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { PairRelationship } from './pair-relationship.tsx'
import type { PairView } from './stay-view.ts'

interface PairSectionProps {
  pair: PairView
  stayId: string
  motherId: string
  open: boolean
}

/** One baby with the mother: supervision and legal status before all else. */
export function PairSection({ pair, stayId, motherId, open }: PairSectionProps) {
  const maySee = useMay('supervision:read')
  const maySeeRelationship = useMay('relationship:read')
  const mayEdit = useMay('people:edit')
  const mayRaise = useMay('episode:raise')
  const mayStay = useMay('stays:edit')
  return (
    <Section
      title={`Baby: ${fullName(pair.baby)}`}
      actions={
        <>
          <CareLink
            stayId={stayId}
            pairId={pair.id}
            baby={fullName(pair.baby)}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          />
          {open && mayRaise && <ConcernButton stayId={stayId} pair={pair} />}
        </>
      }
    >
      <PairEpisodes pairId={pair.id} />
      {maySee && <PairSupervision pair={pair} stayId={stayId} open={open} />}
      <div className="app-columns">
        <div>
          <h3>Legal status</h3>
          <LegalFacts motherId={motherId} personId={pair.babyId} stayId={stayId} open={open} />
          {maySeeRelationship && <PairRelationship stayId={stayId} pairId={pair.id} />}
        </div>
        <div>
          <h3>Baby</h3>
          <BabyFacts pair={pair} />
          {mayEdit && (
            <p>
              <Link to="/stays/$stayId/person/$personId" params={{ stayId, personId: pair.babyId }}>
                Correct <span className="app-hidden">the details of the baby</span>
              </Link>
            </p>
          )}
          {mayStay && <PairActs pair={pair} stayId={stayId} />}
          {pair.endedAt !== null && mayRaise && (
            <p>
              <Link to="/stays/$stayId/concern/$pairId" params={{ stayId, pairId: pair.id }}>
                Enter a concern that was noticed while they were here
              </Link>
            </p>
          )}
        </div>
      </div>
    </Section>
  )
}

function PairActs({ pair: { id, endedAt }, stayId }: { pair: PairView; stayId: string }) {
  const params = { stayId, pairId: id }
  return (
    <>
      <p>
        <Link to="/stays/$stayId/pair/$pairId/correct" params={params}>
          Correct when they were first together
        </Link>
      </p>
      {endedAt === null && (
        <p>
          <Link to="/stays/$stayId/pair/$pairId/end" params={params}>
            The baby leaves without the mother
          </Link>
        </p>
      )}
    </>
  )
}

function PairSupervision({ pair, stayId, open }: Omit<PairSectionProps, 'motherId'>) {
  const mayDecide = useMay('supervision:decide')
  const view = useRead(read.supervision.current.queryOptions({ pairId: pair.id }))
  return (
    <Ready reading={view} what="supervision">
      {(value) => {
        const first = value.decisions.length === 0
        return (
          <>
            <SupervisionNow view={value} />
            {open && (
              <div className="app-buttons app-buttons--under">
                {first && mayDecide && (
                  <Link
                    to="/stays/$stayId/supervision/$pairId/decide"
                    params={{ stayId, pairId: pair.id }}
                    className="nhsuk-button"
                  >
                    Make the first supervision assessment
                  </Link>
                )}
                <Link
                  to="/stays/$stayId/supervision/$pairId"
                  params={{ stayId, pairId: pair.id }}
                  className="nhsuk-button nhsuk-button--secondary"
                >
                  Supervision in full: by place, review, raise
                </Link>
              </div>
            )}
          </>
        )
      }}
    </Ready>
  )
}

function BabyFacts({ pair: { baby, startedAt, endedAt } }: { pair: PairView }) {
  const today = dateOf(useServiceNow()())
  const corrected = correctedInWords(baby, today)
  const born = bornInWords(baby)
  return (
    <Facts
      facts={[
        {
          name: 'Age',
          value: baby.bornOn
            ? `${exactAgeInWords(baby, today)}${corrected ? ` (corrected ${corrected})` : ''}`
            : 'Not known',
        },
        {
          name: 'Born',
          value: baby.bornAt
            ? formatDateTime(baby.bornAt)
            : born.charAt(0).toUpperCase() + born.slice(1),
        },
        ...(baby.bornOnEstimate
          ? [{ name: 'Known of the age', value: <Estimate baby={baby} /> }]
          : []),
        {
          name: 'Weeks at birth',
          value: baby.gestationDays === null ? 'Not known' : gestationText(baby.gestationDays),
        },
        {
          name: 'NHS number',
          value: baby.nhsNumber
            ? formatNhsNumber(baby.nhsNumber)
            : nhsNumberAbsenceLabels[(baby.nhsNumberAbsent ?? 'not-known') as NhsNumberAbsence],
        },
        { name: 'Together since', value: formatDateTime(startedAt) },
        ...(endedAt === null ? [] : [{ name: 'Until', value: formatDateTime(endedAt) }]),
      ]}
    />
  )
}

/** What the age was taken from, and what follows until it is put right. */
function Estimate({ baby }: { baby: PairView['baby'] }) {
  return (
    <>
      <Tag tone="warning">Correct the date of birth when it is known</Tag>{' '}
      <Shown>{baby.bornOnEstimate ?? ''}</Shown>
      <div className="app-quiet">{everyRowText(baby)}.</div>
    </>
  )
}
