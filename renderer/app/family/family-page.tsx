import { Link, useParams } from '@tanstack/react-router'
import { formatDate } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { bedTitle } from '../people/bed-title.ts'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { ClashesSection } from './clashes-section.tsx'
import { contactKind } from './contacts.tsx'
import { CpisLog } from './cpis-log.tsx'
import type { FamilyView } from './family-view.ts'
import { LegalFacts } from './legal-facts.tsx'
import { MentalHealthActNow } from './mental-health-act-now.tsx'
import { Placement } from './placement-section.tsx'
import { QuestionsSection } from './questions-section.tsx'
import { StatementsSection } from './statements-section.tsx'
import { tieKind } from './ties.tsx'

/** The people round a mother and her babies, from the referral on: what is known, how, and what is not. */
export function FamilyPage() {
  const { motherId } = useParams({ from: '/families/$motherId' })
  const family = useRead(read.people.family.queryOptions({ motherId }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={family} what="family">
        {(value) => <Family family={value} />}
      </Ready>
    </div>
  )
}

function Family({ family }: { family: FamilyView }) {
  const { mother, babies, expected, stay } = family
  const people = [...babies, mother]
  return (
    <>
      <PageHeader
        back={<WayBack family={family} />}
        title={
          <>
            People round <Shown>{fullName(mother)}</Shown>
          </>
        }
      />
      <QuestionsSection family={family} />
      <ClashesSection family={family} />
      <StatementsSection kind={tieKind} motherId={mother.id} people={people} />
      <StatementsSection kind={contactKind} motherId={mother.id} people={people} />
      {babies.map((baby) => (
        <Section key={baby.id} title={`Legal status: ${fullName(baby)}`}>
          <LegalFacts motherId={mother.id} personId={baby.id} stayId={stay?.stayId ?? null} open />
          <Placement family={family} babyId={baby.id} />
        </Section>
      ))}
      {expected.length > 0 && (
        <Section title="Legal status: expected baby">
          <p className="app-quiet">
            {expected
              .map(({ expectedOn }) =>
                expectedOn ? `Due ${formatDate(expectedOn)}` : 'Due date not known',
              )
              .join('. ')}
          </p>
          <LegalFacts
            motherId={mother.id}
            personId={mother.id}
            stayId={stay?.stayId ?? null}
            open
          />
        </Section>
      )}
      <ActSection motherId={mother.id} />
      <CpisLog family={family} />
    </>
  )
}

function ActSection({ motherId }: { motherId: string }) {
  const mayLegal = useMay('people:legal')
  return (
    <Section
      title="Mental Health Act status of the mother"
      actions={
        mayLegal && (
          <Link
            to="/families/$motherId/mental-health-act"
            params={{ motherId }}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            Record a status
          </Link>
        )
      }
    >
      <MentalHealthActNow motherId={motherId} />
    </Section>
  )
}

function WayBack({ family: { stay, referralIds } }: { family: FamilyView }) {
  const referralId = referralIds.at(-1)
  if (stay)
    return (
      <Link to="/stays/$stayId" params={{ stayId: stay.stayId }} className="nhsuk-back-link">
        Back to {stay.bed ? bedTitle(stay.bed).replace(/^B/, 'b') : 'the stay'}
      </Link>
    )
  return referralId ? (
    <Link to="/referrals/$referralId" params={{ referralId }} className="nhsuk-back-link">
      Back to the referral
    </Link>
  ) : (
    <Link to="/people" className="nhsuk-back-link">
      Back to the people on the unit
    </Link>
  )
}
