import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { contactChart } from '#domain/chronology/contact-chart.ts'
import { act, read, useCommand, useRead } from '../../api.ts'
import { ContactForm } from '../../features/chronology/contact-form.tsx'
import { ContactsTable } from '../../features/chronology/contacts-table.tsx'
import { ReviewForm } from '../../features/chronology/review-form.tsx'
import { Reviews } from '../../features/chronology/reviews.tsx'
import type { ContactView, PatternView } from '../../features/chronology/view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Section } from '../../ui/section.tsx'
import { useChartColours } from '../assurance/chart-colours.ts'
import { ChartImage } from '../assurance/chart-image.tsx'
import { useChronology } from '../chronology/use-chronology.ts'
import { Ready } from '../reading.tsx'
import { MakeRestricted } from '../restricted/make-restricted.tsx'
import { useMay, useMe } from '../session/me.ts'
import { HistoryTabs } from './history-tabs.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

const usePattern = (stayId: string) => useRead(read.chronology.pattern.queryOptions({ stayId }))

/** The use of health services: contacts by provider over time, reported beside observed, and its analysis. */
export function HealthUsePage() {
  const { stayId } = useParams({ from: '/stays/$stayId/health-use' })
  const pattern = usePattern(stayId)
  return (
    <StayFormPage stayId={stayId} wide title={() => 'History'}>
      {() => (
        <>
          <HistoryTabs stayId={stayId} />
          <Ready reading={pattern} what="contacts">
            {(view) => <HealthUse view={view} stayId={stayId} />}
          </Ready>
        </>
      )}
    </StayFormPage>
  )
}

const look = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'

function HealthUse({ view, stayId }: { view: PatternView; stayId: string }) {
  const mayEdit = useMay('history:edit')
  const mayAnalyse = useMay('history:analyse')
  const colours = useChartColours()
  const nameOf = new Map(view.people.map(({ id, name }) => [id, name]))
  const params = { stayId }
  const correctLink = ({ recordId }: ContactView) =>
    mayEdit && (
      <Link to="/stays/$stayId/health-use/$contactId" params={{ stayId, contactId: recordId }}>
        Correct
      </Link>
    )
  return (
    <>
      <Section
        title="Analysis by a named professional"
        actions={
          mayAnalyse &&
          view.mayReview && (
            <Link to="/stays/$stayId/health-use/analyse" params={params} className={look}>
              {view.reviews.length === 0 ? 'Analyse it' : 'Analyse it again'}
            </Link>
          )
        }
      >
        <Reviews view={view} />
      </Section>
      <Section
        title="Contacts by provider, over time"
        actions={
          mayEdit && (
            <Link to="/stays/$stayId/health-use/add" params={params} className={look}>
              Record a contact
            </Link>
          )
        }
      >
        {view.contacts.length > 0 && (
          <div className="chronology-chart">
            <ChartImage chart={contactChart(view.pattern, (id) => nameOf.get(id) ?? '', colours)} />
          </div>
        )}
        <ContactsTable view={view} correctLink={correctLink} />
      </Section>
    </>
  )
}

/** A contact that is recorded, or corrected. */
export function AddHealthContact() {
  const { stayId } = useParams({ from: '/stays/$stayId/health-use/add' })
  return <ContactPage stayId={stayId} />
}

export function CorrectHealthContact() {
  const { stayId, contactId } = useParams({ from: '/stays/$stayId/health-use/$contactId' })
  return <ContactPage stayId={stayId} contactId={contactId} />
}

function ContactPage({ stayId, contactId }: { stayId: string; contactId?: string }) {
  const back = useBackToHealthUse(stayId)
  const chronology = useChronology({ stayId })
  const pattern = usePattern(stayId)
  return (
    <StayFormPage
      stayId={stayId}
      title={() => (contactId ? 'Correct a contact' : 'Record a contact with a health service')}
    >
      {() => (
        <Ready reading={chronology} what="history">
          {(view) => (
            <Ready reading={pattern} what="contacts">
              {({ contacts }) => {
                const found = contacts.find(({ recordId }) => recordId === contactId)
                if (contactId && !found)
                  return <Banner title="This contact is not on record any more" />
                return (
                  <>
                    <ContactForm
                      view={view}
                      stayId={stayId}
                      onDone={back}
                      {...(found ? { correcting: found } : {})}
                    />
                    {found && <WithdrawContact contact={found} onDone={back} />}
                    {found && (
                      <MakeRestricted
                        type="health_contact"
                        id={found.recordId}
                        version={found.version}
                        onDone={back}
                      />
                    )}
                  </>
                )
              }}
            </Ready>
          )}
        </Ready>
      )}
    </StayFormPage>
  )
}

function WithdrawContact({ contact, onDone }: { contact: ContactView; onDone: () => void }) {
  const withdraw = useCommand(act.chronology.withdrawContact.mutate)
  const { recordId: id, version } = contact
  return (
    <WithdrawForm
      what="this contact"
      draft={`withdraw:${id}:${version}`}
      withdraw={(reason) => withdraw({ id, version, reason })}
      onDone={onDone}
    />
  )
}

/** The analysis of a named professional. */
export function AnalysePattern() {
  const { stayId } = useParams({ from: '/stays/$stayId/health-use/analyse' })
  const back = useBackToHealthUse(stayId)
  const pattern = usePattern(stayId)
  const me = useMe()
  return (
    <StayFormPage stayId={stayId} title={() => 'Analyse the use of health services'}>
      {() => (
        <Ready reading={pattern} what="contacts">
          {(view) => <ReviewForm view={view} stayId={stayId} signer={me.name} onDone={back} />}
        </Ready>
      )}
    </StayFormPage>
  )
}

function useBackToHealthUse(stayId: string) {
  const navigate = useNavigate()
  return () => void navigate({ to: '/stays/$stayId/health-use', params: { stayId } })
}
