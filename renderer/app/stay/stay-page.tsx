import { Link, useParams } from '@tanstack/react-router'
import { dayOfStay, formatDateTime } from '#domain/shared/calendar.ts'
import { type EndReason, endReasonLabels } from '#domain/stays/record.ts'
import { read, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { FamilyOfStay } from '../family/family-of-stay.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { RestrictedSection } from '../restricted/restricted-section.tsx'
import { useMay } from '../session/me.ts'
import { ChangesSection } from './changes-section.tsx'
import { HistorySection } from './history-section.tsx'
import { MotherSection } from './mother-section.tsx'
import { PairSection } from './pair-section.tsx'
import type { StayView } from './stay-view.ts'
import { ToldSection } from './told-section.tsx'

/** One stay: the babies first, then the mother, the people round them and the agencies. */
export function StayPage() {
  const { stayId } = useParams({ from: '/stays/$stayId' })
  const stay = useRead(read.stays.get.queryOptions({ stayId }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={stay} what="stay">
        {(value) => <Stay stay={value} />}
      </Ready>
    </div>
  )
}

function Stay({ stay: view }: { stay: StayView }) {
  const now = useServiceNow()()
  const { stay, bed, mother, pairs } = view
  const mayAudit = useMay('audit:read')
  const mayRestricted = useMay('restricted:write')
  const mayRead = useMay('history:read')
  const mayTell = useMay('duty:read')
  const here = pairs.filter(({ endedAt }) => endedAt === null)
  const shown = stay.endedAt === null ? here : pairs
  return (
    <>
      <PageHeader
        title={
          <>
            {bed ? `${bedTitle(bed.name)}: ` : stay.endedAt === null ? 'No bed yet: ' : ''}
            {shown.map(({ id, baby }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <Shown>{fullName(baby)}</Shown>
              </span>
            ))}
            {shown.length > 0 && ' with '}
            <Shown>{fullName(mother)}</Shown>
          </>
        }
        under={`Arrived ${formatDateTime(stay.arrivedAt)}, ${stay.planned ? 'planned' : 'unplanned'}. Day ${dayOfStay(stay.arrivedAt, stay.endedAt ?? now)}`}
        actions={
          <>
            <LeaveLink stayId={stay.id} />
            {stay.endedAt === null && <StayActs stayId={stay.id} hasBed={bed !== null} />}
          </>
        }
      />
      {stay.withoutOfferBecause && (
        <p>
          <Tag tone="warning">Came in without an offer</Tag>{' '}
          <Shown>{stay.withoutOfferBecause}</Shown>
        </p>
      )}
      {stay.bedBecause && stay.endedAt === null && (
        <p>
          <Tag tone="warning">{bed ? 'The bed is closed' : 'No bed yet'}</Tag>{' '}
          <Shown>{stay.bedBecause}</Shown>
        </p>
      )}
      {stay.endedAt !== null && (
        <Banner title={`The stay ended ${formatDateTime(stay.endedAt)}`}>
          <p>{stay.endReason && endReasonLabels[stay.endReason as EndReason]}</p>
        </Banner>
      )}
      {shown.map((pair) => (
        <PairSection
          key={pair.id}
          pair={pair}
          stayId={stay.id}
          motherId={mother.id}
          open={stay.endedAt === null}
        />
      ))}
      {mayRead && <HistorySection stayId={stay.id} />}
      {mayTell && (
        <div id="told">
          <ToldSection view={view} />
        </div>
      )}
      <MotherSection view={view} />
      <FamilyOfStay view={view} />
      {mayRestricted && <RestrictedSection of={{ stayId: stay.id }} />}
      {mayAudit && <ChangesSection view={view} />}
    </>
  )
}

/** Who is away, what leave is granted, and who is missing. */
function LeaveLink({ stayId }: { stayId: string }) {
  const mayRead = useMay('leave:read')
  if (!mayRead) return null
  return (
    <Link
      to="/stays/$stayId/leave"
      params={{ stayId }}
      className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
    >
      Leave
    </Link>
  )
}

function StayActs({ stayId, hasBed }: { stayId: string; hasBed: boolean }) {
  const mayEdit = useMay('stays:edit')
  if (!mayEdit) return null
  const params = { stayId }
  const look = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'
  return (
    <>
      <Link to="/stays/$stayId/baby" params={params} className={look}>
        Add a baby
      </Link>
      <Link to="/stays/$stayId/bed" params={params} className={look}>
        {hasBed ? 'Move to another bed' : 'Give them a bed'}
      </Link>
      <Link to="/stays/$stayId/correct" params={params} className={look}>
        Correct the arrival
      </Link>
      <Link to="/stays/$stayId/discharge" params={params} className={look}>
        Discharge plan
      </Link>
      <Link to="/stays/$stayId/end" params={params} className={look}>
        End the stay
      </Link>
    </>
  )
}
