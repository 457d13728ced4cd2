import { useNavigate } from '@tanstack/react-router'
import { act, useCommand } from '../../../api.ts'
import { ReadAsDraft } from './read-as-draft.tsx'

/** Reads a file of rules as a draft, and opens it. */
export function ImportRules() {
  const take = useCommand(act.ruleSets.importFile.mutate)
  const navigate = useNavigate()
  return (
    <ReadAsDraft
      title="Read rules from a file"
      endings={['json']}
      take={take}
      cancel={{
        label: 'Back to the rules',
        onClick: () => void navigate({ to: '/administration/rules' }),
      }}
    >
      The file becomes a draft. It changes nothing until somebody else has seen what would change
      and approved it.
    </ReadAsDraft>
  )
}
