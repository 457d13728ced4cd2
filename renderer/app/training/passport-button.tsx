import { act } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { useSaving } from '../assurance/use-saving.ts'

/** The training of one person on paper, to take along to another employer. */
export function PassportButton({ staffId }: { staffId: string }) {
  const { said, save } = useSaving()
  return (
    <>
      <Button
        kind="quiet"
        onClick={() => void save(() => act.training.passport.query({ staffId }))}
      >
        Training passport (PDF)
      </Button>
      <span role="status">{said?.text}</span>
    </>
  )
}
