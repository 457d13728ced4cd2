import { escortContactLabels } from '#domain/shared/escort/escort-content.ts'
import { Banner } from '../../ui/banner.tsx'
import { Section } from '../../ui/section.tsx'
import type { LeaveRule } from './view.ts'

/** What the rules say of one leave with these answers: what holds it, or who goes along. */
export function LeaveRuleText({
  rule,
  names,
  withMother,
}: {
  rule: LeaveRule
  names: Map<string, string>
  withMother: boolean
}) {
  const { answer, babies, ruleSet, section17, notes } = rule
  return (
    <Section title="By the rules">
      {answer.held.length > 0 && (
        <Banner title="By these rules they may not go" tone="danger">
          <ul>
            {answer.held.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>Nobody can override this. It may be recorded that the leave is not agreed.</p>
        </Banner>
      )}
      <div className="app-columns">
        <div>
          <h3>Who goes along, by rule</h3>
          <ul>
            {staffLines(rule, withMother).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {answer.reach.map(({ whom, when, what }) => (
              <li key={whom}>
                Reach {when === 'before-leaving' ? 'before they leave' : 'by the next working day'}:{' '}
                {escortContactLabels[whom]} ({what.join('; ')})
              </li>
            ))}
            {answer.handOver.map((line) => (
              <li key={line}>Take along: {line}</li>
            ))}
          </ul>
          <p className="app-quiet">
            Rule: {ruleSet.title}, revision {ruleSet.revision}
            {!ruleSet.approved && ', not yet approved by the unit'}.{' '}
            {answer.rows.map(({ id, text }) => `${id} ${text}`).join('; ')}
          </p>
        </div>
        <div>
          <h3>Why</h3>
          <ul>
            {answer.because.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {section17?.conditions && <li>Conditions of her leave: {section17.conditions}</li>}
            {babies.map((baby) => (
              <li key={baby.pairId}>
                {names.get(baby.pairId)}: {baby.levelName}
                {baby.fallback && ', the fallback: no assessment in date for this place'}.{' '}
                {baby.words}
                {baby.exceptions.length > 0 && `. ${baby.exceptions.join('; ')}`}
              </li>
            ))}
          </ul>
          <details className="nhsuk-details">
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">To bear in mind</span>
            </summary>
            <ul className="nhsuk-details__text">
              {notes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </div>
      </div>
    </Section>
  )
}

const staff = (n: number) => (n === 1 ? 'one member of staff' : `${n} members of staff`)
const forMother = (n: number) =>
  n > 0 ? `With the mother: ${staff(n)}` : 'No further staff is needed for the mother'

function staffLines({ answer, babies }: LeaveRule, withMother: boolean): string[] {
  return [
    ...(babies.length > 0
      ? [
          answer.babyEscorts > 0
            ? `With the baby: ${staff(answer.babyEscorts)}`
            : answer.approvedAdult
              ? 'With the baby: an adult who was approved for it, by name'
              : 'No staff is needed for the baby',
        ]
      : []),
    ...(withMother ? [forMother(answer.motherEscorts)] : []),
    ...(answer.section17Escort
      ? ['The escort that her leave under section 17, Mental Health Act asks for']
      : []),
  ]
}
