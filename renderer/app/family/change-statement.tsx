import { useParams } from '@tanstack/react-router'
import { Banner } from '../../ui/banner.tsx'
import { Ready } from '../reading.tsx'
import { MakeRestricted } from '../restricted/make-restricted.tsx'
import { ChangeFactForm } from './change-fact-form.tsx'
import { contactKind } from './contacts.tsx'
import { FamilyFormPage } from './family-form-page.tsx'
import type { StatementKind } from './statement-kind.ts'
import { tieKind } from './ties.tsx'
import { useGoBack } from './use-go-back.ts'

/** A change of what somebody is to another, or its withdrawal. */
export function ChangeTie() {
  const params = useParams({ from: '/families/$motherId/tie/$personId/$recordId' })
  return <ChangeStatement kind={tieKind} {...params} />
}

/** A change of a contact, or its withdrawal. */
export function ChangeContact() {
  const params = useParams({ from: '/families/$motherId/contact/$personId/$recordId' })
  return <ChangeStatement kind={contactKind} {...params} />
}

interface ChangeStatementProps<Row extends { id: string; version: number }> {
  kind: StatementKind<Row>
  motherId: string
  personId: string
  recordId: string
}

function ChangeStatement<Row extends { id: string; version: number }>(
  props: ChangeStatementProps<Row>,
) {
  const { kind, motherId, personId, recordId } = props
  const rows = kind.useRows(personId)
  return (
    <FamilyFormPage motherId={motherId} title={kind.change.title}>
      {() => (
        <Ready reading={rows}>
          {(all) => {
            const row = all.find(({ id }) => id === recordId)
            return row ? (
              <ChangeForm key={row.id} kind={kind} row={row} motherId={motherId} />
            ) : (
              <Banner title="This is not on record any more" tone="warning" />
            )
          }}
        </Ready>
      )}
    </FamilyFormPage>
  )
}

interface ChangeFormProps<Row extends { id: string; version: number }> {
  kind: StatementKind<Row>
  row: Row
  motherId: string
}

function ChangeForm<Row extends { id: string; version: number }>({
  kind,
  row,
  motherId,
}: ChangeFormProps<Row>) {
  const { change, withdraw } = kind.useActs(row)
  const back = useGoBack(motherId)
  return (
    <>
      <ChangeFactForm<object>
        motherId={motherId}
        record={row}
        what={kind.what}
        title={kind.heading(row)}
        draft={kind.draft}
        initial={kind.typed(row)}
        change={change}
        withdraw={withdraw}
      >
        {kind.fields}
      </ChangeFactForm>
      {kind.movable && (
        <MakeRestricted type={kind.movable} id={row.id} version={row.version} onDone={back} />
      )}
    </>
  )
}
