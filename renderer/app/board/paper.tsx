import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, read, useRead } from '../../api.ts'
import { LetterButtons } from '../../features/admission/letter-buttons.tsx'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useSaving } from '../assurance/use-saving.ts'

/** What is printed from the board: for the next shift, and for when the computer is down. */
export function Paper() {
  const forms = useSaving()
  return (
    <section aria-label="On paper">
      <LetterButtons
        what="Handover sheet of the shift"
        make={(format) => act.board.handover.query({ format })}
      />
      <LetterButtons
        what="Emergency sheet for when the computer is down"
        make={(format) => act.board.emergency.query({ format })}
      />
      <PrintedLast />
      <div className="admission-letter">
        <span>Blank forms for rounds, leave and a referral: </span>
        <Button
          kind="quiet"
          small
          label="Blank forms as PDF"
          onClick={() => void forms.save(() => act.board.blankForms.query(undefined))}
        >
          PDF
        </Button>
        <span role="status">{forms.said?.text}</span>
      </div>
    </section>
  )
}

/** Whether the shift has an emergency sheet of its own. */
function PrintedLast() {
  const paper = useRead({ ...read.board.paper.queryOptions(undefined), refetchInterval: 60_000 })
  if (paper.state !== 'ready') return null
  const { printedAt, dueSince } = paper.value
  return (
    <p>
      {dueSince && <Tag tone="warning">Print the emergency sheet</Tag>}{' '}
      {printedAt
        ? `Last printed ${formatDateTime(printedAt)}.`
        : 'No emergency sheet has been printed yet.'}{' '}
      {dueSince && `A shift began ${formatDateTime(dueSince)}.`}
    </p>
  )
}
