import { Banner } from '../../ui/banner.tsx'

/** The rule's answer as the service computes it from the record. */
export interface EscortRuleView {
  text: readonly string[]
  consent: readonly string[]
  levelName: string
  authorityRequirement: string | null
  ruleSet: { title: string; revision: string; approved: boolean }
}

/** Who goes with the baby by rule, who may consent, and by which revision of which rules. */
export function EscortRuleText({ rule }: { rule: EscortRuleView }) {
  const { title, revision, approved } = rule.ruleSet
  return (
    <div className="app-columns">
      <div>
        <h3>Who goes, by rule</h3>
        {rule.authorityRequirement && (
          <Banner title="A court or an authority has set a limit" tone="warning">
            <p>{rule.authorityRequirement}</p>
          </Banner>
        )}
        <ul>
          {rule.text.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="app-quiet">
          Supervision that counts: {rule.levelName}. Rule: {title}, revision {revision}
          {!approved && ', not yet approved by the unit'}.
        </p>
      </div>
      <div>
        <h3>Who may consent to treatment</h3>
        <ul>
          {rule.consent.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
