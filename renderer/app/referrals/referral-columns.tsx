import { Link } from '@tanstack/react-router'
import { stageLabels } from '#domain/admission/stages.ts'
import { epochMs, formatDateTime } from '#domain/shared/calendar.ts'
import { ToDoList } from '../../features/admission/to-do-list.tsx'
import type { ReferralLine } from '../../features/admission/view.ts'
import { stageTones } from '../../features/admission/words.ts'
import { lengthText } from '../../ui/duration.ts'
import { useTicking } from '../../ui/service-clock.tsx'
import { Shown } from '../../ui/shown.tsx'
import type { Column } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fullName } from '../people/full-name.ts'

const mother: Column<ReferralLine> = {
  name: 'Mother and baby',
  sortBy: ({ mother: her }) => `${her.familyName} ${her.givenName}`,
  cell: ({ id, mother: her, babies, unborn }) => (
    <>
      <Link to="/referrals/$referralId" params={{ referralId: id }}>
        <Shown>{fullName(her)}</Shown>
      </Link>
      <div className="app-quiet">
        {babies.map((baby, index) => (
          <span key={baby.id}>
            {index > 0 && ', '}
            <Shown>{fullName(baby)}</Shown>
          </span>
        ))}
        {unborn > 0 && `${babies.length > 0 ? ', ' : ''}${unborn} not yet born`}
      </div>
    </>
  ),
}

const received: Column<ReferralLine> = {
  name: 'Received',
  sortBy: ({ receivedAt }) => receivedAt,
  cell: ({ receivedAt }) => (
    <>
      {formatDateTime(receivedAt)}
      <div className="app-quiet">
        <Age from={receivedAt} />
      </div>
    </>
  ),
}

const referrer: Column<ReferralLine> = {
  name: 'From',
  cell: ({ referrer: name, referrerOrganisation, planned }) => (
    <>
      <Shown>{name}</Shown>
      <div className="app-quiet">
        <Shown>{referrerOrganisation}</Shown>, {planned ? 'planned' : 'unplanned'}
      </div>
    </>
  ),
}

/** What a referral that is open shows in a list. */
export const openColumns: readonly Column<ReferralLine>[] = [
  mother,
  received,
  referrer,
  {
    name: 'Held by',
    number: true,
    sortBy: ({ held }) => held,
    cell: ({ held, open }) => (open && held > 0 ? <Tag tone="danger">{held}</Tag> : '–'),
  },
  { name: 'To do', cell: ({ toDo }) => <ToDoList toDo={toDo} most={3} /> },
]

function Age({ from }: { from: string }) {
  const now = useTicking(60_000)
  return <>{lengthText(Math.max(0, epochMs(now) - epochMs(from)))} ago</>
}

/** What a referral shows in a list of those that have ended, or that were found. */
export const endedColumns: readonly Column<ReferralLine>[] = [
  mother,
  received,
  referrer,
  {
    name: 'Stage',
    sortBy: ({ stage }) => stage,
    cell: ({ stage, stayId }) => (
      <>
        <Tag tone={stageTones[stage]}>{stageLabels[stage]}</Tag>
        {stayId && (
          <div>
            <Link to="/stays/$stayId" params={{ stayId }}>
              Open the stay
            </Link>
          </div>
        )}
      </>
    ),
  },
]
