import { Link } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fullName } from '../people/full-name.ts'
import { Ready } from '../reading.tsx'
import type { StayView } from '../stay/stay-view.ts'
import { ClashesSection } from './clashes-section.tsx'
import { contactKind } from './contacts.tsx'
import type { FamilyView } from './family-view.ts'
import { Placement } from './placement-section.tsx'
import { StatementsSection } from './statements-section.tsx'
import { tieKind } from './ties.tsx'

/** The people round a family on the page of its stay: what is to be found out, who is who, and the agencies. */
export function FamilyOfStay({ view: { mother, pairs } }: { view: StayView }) {
  const family = useRead(read.people.family.queryOptions({ motherId: mother.id }))
  const people = [...pairs.map(({ baby }) => baby), mother]
  return (
    <>
      <Ready reading={family} what="family">
        {(value) => (
          <>
            <ToFindOut family={value} />
            <ClashesSection family={value} />
            <PlacementsOfStay family={value} />
          </>
        )}
      </Ready>
      <StatementsSection kind={tieKind} motherId={mother.id} people={people} />
      <StatementsSection kind={contactKind} motherId={mother.id} people={people} />
    </>
  )
}

function ToFindOut({ family: { mother, questions } }: { family: FamilyView }) {
  const late = questions.filter(({ isLate }) => isLate).length
  return (
    <Section title="To find out">
      <p>
        {late > 0 && <Tag tone="late">{late} late</Tag>}{' '}
        <Link to="/families/$motherId" params={{ motherId: mother.id }}>
          {openWords(questions.length)}
        </Link>
      </p>
    </Section>
  )
}

function openWords(count: number): string {
  if (count === 0) return 'Nothing is open; the people round them in full'
  return `${count} ${count === 1 ? 'question' : 'questions'} about the people round them`
}

function PlacementsOfStay({ family }: { family: FamilyView }) {
  const planned = family.placements.filter(
    ({ endedAt, standing }) => endedAt === null && standing.state !== 'not-looked-after',
  )
  if (planned.length === 0) return null
  return (
    <Section title="Placement">
      {planned.map(({ babyId }) => {
        const baby = family.babies.find(({ id }) => id === babyId)
        return (
          <div key={babyId}>
            {planned.length > 1 && baby && <p>{fullName(baby)}</p>}
            <Placement family={family} babyId={babyId} />
          </div>
        )
      })}
    </Section>
  )
}
