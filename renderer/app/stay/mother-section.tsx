import { Link } from '@tanstack/react-router'
import { yearsOld } from '#domain/shared/age.ts'
import { dateOf, formatDate, formatDateTime } from '#domain/shared/calendar.ts'
import { leaveRuleTexts } from '#domain/shared/mental-health-act.ts'
import {
  formatNhsNumber,
  type NhsNumberAbsence,
  nhsNumberAbsenceLabels,
} from '#domain/shared/nhs-number.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { type ObservationLevel, observationLevelLabels } from '#domain/stays/record.ts'
import { read, useRead } from '../../api.ts'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
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
            value: <MentalHealthAct motherId={mother.id} />,
            action: mayLegal && stay.endedAt === null && (
              <Link to="/stays/$stayId/mental-health-act" params={params}>
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

function MentalHealthAct({ motherId }: { motherId: string }) {
  const status = useRead(read.people.mentalHealthAct.queryOptions({ personId: motherId, at: null }))
  return (
    <Ready reading={status}>
      {({ standing, facts }) => {
        if (!standing) return <Tag tone="warning">Not recorded</Tag>
        const own = facts.find(({ id }) => id === standing.fact.recordId)
        return (
          <>
            <Tag>{standing.status.label}</Tag> from {formatDateTime(standing.fact.startsAt)}
            {standing.fact.endsAt !== null && ` to ${formatDateTime(standing.fact.endsAt)}`}
            {standing.endUnconfirmed && (
              <p>
                <Tag tone="danger">Ran out on paper: record what followed</Tag>
              </p>
            )}
            <p>{leaveRuleTexts[standing.status.leave]}</p>
            {own && (
              <p className="app-quiet">
                <Shown>{basisLine(own.basis)}</Shown>
              </p>
            )}
          </>
        )
      }}
    </Ready>
  )
}
