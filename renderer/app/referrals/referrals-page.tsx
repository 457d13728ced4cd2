import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Stage, stageLabels, stages } from '#domain/admission/stages.ts'
import { act, type Outputs, read, useRead } from '../../api.ts'
import { LetterButtons } from '../../features/admission/letter-buttons.tsx'
import type { ReferralLine } from '../../features/admission/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { PageButtons, usePages } from '../pages.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { FindPast } from './find-past.tsx'
import { endedColumns, openColumns } from './referral-columns.tsx'

type Which = 'open' | 'ended'

/** The referrals by stage and age, with what is late and what is next. */
export function ReferralsPage() {
  const [which, setWhich] = useState<Which>('open')
  const mayTake = useMay('admission:edit')
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Referrals"
        actions={
          <>
            <Button kind="quiet" onClick={() => setWhich(which === 'open' ? 'ended' : 'open')}>
              {which === 'open' ? 'Show those that have ended' : 'Show those that are open'}
            </Button>
            <Link to="/referrals/beds" className="nhsuk-button nhsuk-button--secondary">
              Beds
            </Link>
            {mayTake && (
              <Link to="/referrals/new" className="nhsuk-button">
                Take a referral
              </Link>
            )}
          </>
        }
      />
      <LetterButtons
        what="Information for referrers"
        make={(format) => act.admission.referrerSheet.mutate({ format })}
      />
      <FindPast>{which === 'open' ? <OpenReferrals /> : <EndedReferrals />}</FindPast>
    </div>
  )
}

function OpenReferrals() {
  const list = useRead(read.admission.list.queryOptions({ which: 'open' }))
  return (
    <Ready reading={list} what="referrals">
      {({ referrals }) => <Open referrals={referrals} />}
    </Ready>
  )
}

type Next = NonNullable<Outputs['admission']['list']['next']>

/** Those that have ended, a page at a time. */
function EndedReferrals() {
  const pages = usePages<Next>()
  const { after } = pages
  const list = useRead(
    read.admission.list.queryOptions({ which: 'ended', ...(after ? { after } : {}) }),
  )
  return (
    <Ready reading={list} what="referrals">
      {({ referrals, next }) => (
        <>
          <Ended referrals={referrals} />
          <PageButtons
            pages={pages}
            next={next}
            words={{ back: 'Newer referrals', on: 'Older referrals' }}
          />
        </>
      )}
    </Ready>
  )
}

/** The furthest from a decision first: nothing open goes unseen. */
const order: readonly Stage[] = ['re-opened', ...stages.filter((one) => one !== 're-opened')]

function Open({ referrals }: { referrals: readonly ReferralLine[] }) {
  const late = referrals.flatMap(({ toDo }) => toDo).filter((one) => one.late).length
  if (referrals.length === 0)
    return <Empty>No referral is open, and nothing is left to do in those that ended.</Empty>
  return (
    <>
      {late > 0 && (
        <Banner
          title={late === 1 ? '1 limit has run out' : `${late} limits have run out`}
          tone="danger"
        />
      )}
      {order
        .map((stage) => ({ stage, rows: referrals.filter((one) => one.stage === stage) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ stage, rows }) => (
          <Section
            key={stage}
            title={`${stageLabels[stage]}${rows[0]?.open ? '' : ', with something left to do'} (${rows.length})`}
          >
            <Lines caption={stageLabels[stage]} rows={rows} />
          </Section>
        ))}
    </>
  )
}

function Lines({ caption, rows }: { caption: string; rows: readonly ReferralLine[] }) {
  return (
    <div className="admission-list">
      <Table
        caption={caption}
        captionHidden
        columns={openColumns}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </div>
  )
}

function Ended({ referrals }: { referrals: readonly ReferralLine[] }) {
  return (
    <Section title="Ended, newest first">
      <Table
        caption="Ended, newest first"
        captionHidden
        columns={endedColumns}
        rows={referrals}
        rowKey={({ id }) => id}
        empty={<Empty>No referral has ended yet.</Empty>}
      />
    </Section>
  )
}
