import { SummaryList } from 'nhsuk-react-components'
import type { ReactNode } from 'react'

export interface Fact {
  /** What tells it from another of the same name, such as the second of twins. */
  id?: string
  name: string
  value: ReactNode
  action?: ReactNode
}

/** Facts as pairs of name and value. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <SummaryList>
      {facts.map(({ id, name, value, action }) => (
        <SummaryList.Row key={id ?? name}>
          <SummaryList.Key>{name}</SummaryList.Key>
          <SummaryList.Value>{value}</SummaryList.Value>
          {action && <dd className="nhsuk-summary-list__actions">{action}</dd>}
        </SummaryList.Row>
      ))}
    </SummaryList>
  )
}
