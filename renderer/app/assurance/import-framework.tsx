import { act, useCommand } from '../../api.ts'
import { ReadAsDraft } from '../administration/rules/read-as-draft.tsx'

/** Reads a framework as a draft, and opens it among the rules. */
export function ImportFramework({ onBack }: { onBack: () => void }) {
  const take = useCommand(act.assurance.importFramework.mutate)
  return (
    <ReadAsDraft
      title="Read a framework from a file"
      endings={['csv', 'json']}
      take={take}
      cancel={{ label: 'Go back', onClick: onBack }}
    >
      A table as CSV, like the template, or JSON. Each requirement names the measures that answer
      it. The file becomes a draft: it counts once somebody else has approved it, and for periods
      that end after that. A framework that is there already gets its next version.
    </ReadAsDraft>
  )
}
