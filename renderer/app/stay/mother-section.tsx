import { Link } from '@tanstack/react-router'
import { yearsOld } from '#domain/shared/age.ts'
import { dateOf, formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import {
  formatNhsNumber,
  type NhsNumberAbsence,
  nhsNumberAbsenceLabels,
} from '#domain/shared/nhs-number.ts'
import { type ObservationLevel, observationLevelLabels } from '#domain/stays/record.ts'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { MentalHealthActNow } from '../family/mental-health-act-now.tsx'
import { fullName } from '../people/full-name.ts'
import { useMay } from '../session/me.ts'
import type { StayView } from './stay-view.ts'

/** The mother: Mental Health Act status, her own observation level, and who she is. */
export function MotherSection({ view }: { view: StayView }) {
  const { mother, stay, observationLevels } = view
  const today = dateOf(useServiceNow()())
  const mayLegal = useMay('people:legal')
  const mayEdit = useMay('people:edit')
  const mayObserve = useMay('stays:observation')
  const level = observationLevels.at(-1)
  const params = { stayId: stay.id }
  return (
    <Section
      title={`Mother: ${fullName(mother)}`}
      actions={
        mayEdit && (
          <Link
            to="/stays/$stayId/person/$personId"
            params={{ stayId: stay.id, personId: mother.id }}
          >
            Correct <span className="app-hidden">the details of the mother</span>
          </Link>
        )
      }
    >
      <Facts
        facts={[
          {
            name: 'Mental Health Act',
            value: <MentalHealthActNow motherId={mother.id} />,
            action: mayLegal && stay.endedAt === null && (
              <Link to="/families/$motherId/mental-health-act" params={{ motherId: mother.id }}>
                Record <span className="app-hidden">a Mental Health Act status</span>
              </Link>
            ),
          },
          {
            name: 'Observation of the mother',
            value: level
              ? `${observationLevelLabels[level.level as ObservationLevel]}, from ${formatDateTime(level.startsAt)}`
              : 'Not set',
            action: mayObserve && stay.endedAt === null && (
              <Link to="/stays/$stayId/observation" params={params}>
                Set <span className="app-hidden">the observation level of the mother</span>
              </Link>
            ),
          },
          {
            name: 'Born',
            value: mother.bornOn
              ? `${formatDate(mother.bornOn)} (${yearsOld(mother.bornOn, today)} years)`
              : 'Not known',
          },
          {
            name: 'NHS number',
            value: mother.nhsNumber
              ? formatNhsNumber(mother.nhsNumber)
              : nhsNumberAbsenceLabels[(mother.nhsNumberAbsent ?? 'not-known') as NhsNumberAbsence],
          },
        ]}
      />
    </Section>
  )
}
