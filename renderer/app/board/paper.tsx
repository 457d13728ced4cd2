import { Link } from '@tanstack/react-router'
import { formatDateTime } from '#domain/shared/calendar.ts'
import { act, read, useRead } from '../../api.ts'
import { LetterButtons } from '../../features/admission/letter-buttons.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useSaving } from '../assurance/use-saving.ts'

/** The way from the board to what is printed, and whether the shift has an emergency sheet of its own. */
export function PaperLine() {
  const paper = usePaper()
  return (
    <span className="board-paper">
      <Link to="/paper" title="Handover, emergency sheet, blank forms">
        On paper
      </Link>
      {paper?.dueSince && <Tag tone="warning">Print the emergency sheet</Tag>}
    </span>
  )
}

function usePaper() {
  const paper = useRead({ ...read.board.paper.queryOptions(undefined), refetchInterval: 60_000 })
  return paper.state === 'ready' ? paper.value : undefined
}

/** What is printed from the live board: for the next shift, and for when the computer is down. */
export function PaperPage() {
  const forms = useSaving()
  return (
    <div className="app-main">
      <PageHeader title="On paper" />
      <Section title="For the next shift">
        <LetterButtons
          what="Handover sheet of the shift"
          make={(format) => act.board.handover.query({ format })}
        />
      </Section>
      <Section title="For when the computer is down">
        <p>
          Print the emergency sheet at each change of shift, shred the one before, and keep it with
          blank forms where everybody finds them. The form for an unwell baby is printed with the
          pathway.
        </p>
        <PrintedLast />
        <LetterButtons
          what="Emergency sheet for when the computer is down"
          make={(format) => act.board.emergency.query({ format })}
        />
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
      </Section>
    </div>
  )
}

/** Whether the shift has an emergency sheet of its own. */
function PrintedLast() {
  const paper = usePaper()
  if (!paper) return null
  const { printedAt, dueSince } = paper
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
