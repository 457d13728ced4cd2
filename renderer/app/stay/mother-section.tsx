import { Link } from '@tanstack/react-router'
import { yearsOld } from '#domain/shared/age.ts'
import { dateOf, formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import {
  formatNhsNumber,
  type NhsNumberAbsence,
  nhsNumberAbsenceLabels,
} from '#domain/shared/nhs-number.ts'
import { observationLevelLabels } from '#domain/stays/record.ts'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow, useTicking } from '../../ui/service-clock.tsx'
import { Tag } from '../../ui/tag.tsx'
import { MentalHealthActNow } from '../family/mental-health-act-now.tsx'
import { fullName } from '../people/full-name.ts'
import { useMay } from '../session/me.ts'
import type { StayView } from './stay-view.ts'

interface ObservationProps {
  level: StayView['observationLevels'][number] | undefined
  open: boolean
}

/** The level that holds, and by when it is set anew; one that has run out never passes for a current one. */
function Observation({ level, open }: ObservationProps) {
  const now = useTicking(30_000)
  if (!level) return <Tag tone="late">Not set</Tag>
  const { level: code, startsAt, reviewDueAt } = level
  return (
    <>
      {observationLevelLabels[code]}, from {formatDateTime(startsAt)}.{' '}
      {open &&
        (reviewDueAt <= now ? (
          <Tag tone="late">Out of date since {formatDateTime(reviewDueAt)}: set it anew</Tag>
        ) : (
          `Set anew by ${formatDateTime(reviewDueAt)}`
        ))}
    </>
  )
}

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
            value: <Observation level={level} open={stay.endedAt === null} />,
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
