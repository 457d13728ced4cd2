import { ruleSetStateLabels } from '#domain/rule-sets/rule-set.ts'
import type { ListsView } from '../../features/training/view.ts'

/** Which rules are applied, and whether the unit has approved them. */
export function RequirementsNote({ lists }: { lists: Pick<ListsView, 'edition' | 'state'> }) {
  return (
    <p className="app-quiet">
      Required training: edition {lists.edition}. {ruleSetStateLabels[lists.state]}.
    </p>
  )
}
