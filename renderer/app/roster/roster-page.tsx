import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { addDaysToDate, formatDate } from '#domain/shared/calendar.ts'
import type { CivilDate } from '#domain/shared/time.ts'
import { read, useRead } from '../../api.ts'
import { Exports } from '../../features/training/import/exports.tsx'
import { ImportSheet } from '../../features/training/import/import-sheet.tsx'
import { PastImports } from '../../features/training/import/past-imports.tsx'
import { Roster, type RosterView } from '../../features/training/roster.tsx'
import { RosterGrid } from '../../features/training/roster-grid.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown } from '../../ui/shown.tsx'
import { AddDuty } from '../people/add-duty.tsx'
import { Ready } from '../reading.tsx'
import { useMay } from '../session/me.ts'
import { PrintButton } from '../training/print-button.tsx'
import { ChangeDuty, WithdrawDuty } from './duty-forms.tsx'
import type { RosterLook } from './roster-routes.tsx'

const useWeek = (of: CivilDate | undefined) =>
  useRead(read.training.roster.queryOptions(of ? { of } : {}))

/** Who is on which shift, a week a page, with what nobody in date covers. */
export function RosterPage() {
  const { of, as = 'list' } = useSearch({ from: '/people/roster' })
  const view = useWeek(of)
  const mayEdit = useMay('shift:edit')
  const mayImport = useMay('training:edit') && mayEdit
  const [adding, add] = useState(false)
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Roster"
        back={
          <Link to="/people" className="nhsuk-back-link">
            Back to people
          </Link>
        }
        actions={
          <>
            <PrintButton />
            {mayImport && (
              <Link to="/people/roster/import" className="nhsuk-button nhsuk-button--secondary">
                Import and export
              </Link>
            )}
            {mayEdit && !adding && (
              <Button onClick={() => add(true)}>Add somebody to a shift</Button>
            )}
          </>
        }
      />
      {adding && (
        <Section title="Add somebody to a shift">
          <AddDuty onDone={() => add(false)} />
        </Section>
      )}
      <Ready reading={view} what="roster">
        {(value) => (
          <Section
            title={`Week of ${formatDate(value.monday)}`}
            actions={<Weeks view={value} as={as} />}
          >
            {as === 'grid' ? (
              <RosterGrid view={value} mayEdit={mayEdit} />
            ) : (
              <Roster view={value} mayEdit={mayEdit} />
            )}
            <p className="app-quiet">
              Somebody with safeguarding level 3 and somebody with paediatric life support, both in
              date, are on every shift. A time for which nobody is on the roster is not planned yet.
            </p>
          </Section>
        )}
      </Ready>
    </div>
  )
}

const looks: Record<RosterLook, string> = { list: 'By shift', grid: 'Grid' }

function Weeks({ view: { monday }, as }: { view: RosterView; as: RosterLook }) {
  const navigate = useNavigate()
  const { of } = useSearch({ from: '/people/roster' })
  const open = (day: CivilDate | undefined, look: RosterLook) =>
    void navigate({
      to: '/people/roster',
      search: { ...(day ? { of: day } : {}), ...(look === 'grid' ? { as: look } : {}) },
    })
  const show = (day?: CivilDate) => open(day, as)
  return (
    <>
      <fieldset className="training-columns training-columns--beside app-no-print">
        <legend className="app-hidden">How the week is shown</legend>
        {(Object.keys(looks) as RosterLook[]).map((look) => (
          <button
            key={look}
            type="button"
            aria-pressed={look === as}
            onClick={() => open(of, look)}
          >
            {looks[look]}
          </button>
        ))}
      </fieldset>
      <Button kind="quiet" small onClick={() => show(addDaysToDate(monday, -7))}>
        Week before
      </Button>
      <Button kind="quiet" small onClick={() => show()}>
        This week
      </Button>
      <Button kind="quiet" small onClick={() => show(addDaysToDate(monday, 7))}>
        Week after
      </Button>
    </>
  )
}

/** One person's shift: changed, or taken off the roster. */
export function DutyPage() {
  const { dutyId } = useParams({ from: '/people/roster/$dutyId' })
  const { of } = useSearch({ from: '/people/roster/$dutyId' })
  const view = useWeek(of)
  const navigate = useNavigate()
  const back = () => void navigate({ to: '/people/roster', search: of ? { of } : {} })
  return (
    <div className="app-main app-main--reading">
      <Ready reading={view} what="shift">
        {({ days }) => {
          const duty = days
            .flatMap(({ shifts }) => shifts.flatMap(({ people }) => people))
            .find(({ id }) => id === dutyId)
          return (
            <>
              <PageHeader
                title="Change a shift"
                under={duty && <Shown>{duty.name}</Shown>}
                back={
                  <Link to="/people/roster" search={of ? { of } : {}} className="nhsuk-back-link">
                    Back to the roster
                  </Link>
                }
              />
              {duty ? (
                <>
                  <ChangeDuty key={duty.version} duty={duty} onDone={back} />
                  <details>
                    <summary>It is not worked</summary>
                    <WithdrawDuty duty={duty} onDone={back} />
                  </details>
                </>
              ) : (
                <Banner title="This shift is not on the roster any more" tone="warning" />
              )}
            </>
          )
        }}
      </Ready>
    </div>
  )
}

const roster = ['roster'] as const

/** The roster as a spreadsheet, in and out. */
export function RosterImportPage() {
  const imports = useRead(read.training.imports.queryOptions({ kinds: [...roster] }))
  const week = useWeek(undefined)
  return (
    <div className="app-main app-main--wide">
      <PageHeader
        title="Import and export of the roster"
        back={
          <Link to="/people/roster" className="nhsuk-back-link">
            Back to the roster
          </Link>
        }
      />
      <ImportSheet kinds={roster} />
      <Ready reading={imports} what="imports">
        {(value) => <PastImports imports={value} mayUndo={roster} />}
      </Ready>
      <Ready reading={week}>
        {({ monday }) => (
          <Exports kinds={roster} from={monday}>
            <p>Every shift from Monday {formatDate(monday)} on.</p>
          </Exports>
        )}
      </Ready>
    </div>
  )
}
