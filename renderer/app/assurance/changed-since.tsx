import { useState } from 'react'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, type Outputs } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { ChangedFiguresTable } from './changed-figures-table.tsx'
import { MakingProgress } from './making-progress.tsx'

type Changed = Outputs['assurance']['changedSince']

/** What of a report would be another as things are recorded now, and why. The report itself stays as it is. */
export function ChangedSince({ reportId }: { reportId: string }) {
  const [found, say] = useState<Changed | 'busy' | { failed: string }>()
  const compare = async () => {
    say('busy')
    const reply = await act.assurance.changedSince.query({ reportId }).catch(() => undefined)
    if (reply?.ok) return say(reply.value)
    say({ failed: reply?.failure.message ?? 'The figures could not be compared. Try again' })
  }
  return (
    <Section
      title="As things are recorded now"
      actions={
        <Button kind="quiet" small disabled={found === 'busy'} onClick={() => void compare()}>
          {found === 'busy' ? 'Comparing' : 'Compare with the records now'}
        </Button>
      }
    >
      <MakingProgress busy={found === 'busy'} />
      {typeof found === 'object' && 'failed' in found && (
        <Banner title={found.failed} tone="danger" urgent />
      )}
      {typeof found === 'object' && 'figures' in found ? (
        <>
          <p>
            The same period and definitions, as recorded by {formatDateTime(found.cut.at)}. The
            report stays as it is.
          </p>
          <ChangedFiguresTable figures={found.figures} empty="Every figure is the same." />
        </>
      ) : (
        <p className="app-quiet">
          What was corrected or recorded since the report was cut, figure by figure, and why.
        </p>
      )}
    </Section>
  )
}
