import {
  type HouseholdAnswer,
  householdLabels,
  type Relation,
  type Responsibility,
  responsibilityLabels,
  type SafeToContact,
} from '#domain/people/record.ts'
import { relationText } from '#domain/people/ties.ts'
import { basisLine } from '#domain/shared/provenance.ts'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Shown } from '../../ui/shown.tsx'
import { basisTyped } from './basis-typed.ts'
import { ContactTag } from './contact-tag.tsx'
import type { StatementKind } from './statement-kind.ts'
import { TieFields } from './tie-fields.tsx'

type Tie = Outputs['people']['ties'][number]
type TieInput = InputOf<typeof act.people.addTie.mutate>

/** Who is what to the baby and the mother, on what basis, and whether contact is safe. */
export const tieKind: StatementKind<Tie> = {
  title: 'People and ties',
  add: { to: '/families/$motherId/tie', label: 'Add a person' },
  change: { to: '/families/$motherId/tie/$personId/$recordId', title: 'Change a tie' },
  what: 'this tie',
  draft: 'change-tie',
  caption: (name) => `Ties to ${name}`,
  empty: ['Nobody is recorded for', 'yet.'],
  useRows: useTiesTo,
  columns: [
    {
      name: 'Who',
      cell: (tie) => (
        <>
          <Shown>{tie.personName}</Shown>
          <br />
          {relationText(tie.relation as Relation, tie.basis.kind)}
          <p className="app-quiet">
            <Shown>{basisLine(tie.basis)}</Shown>
          </p>
        </>
      ),
    },
    {
      name: 'Responsibility and household',
      cell: (tie) => (
        <>
          {responsibilityLabels[tie.parentalResponsibility as Responsibility]}
          <br />
          {householdLabels[tie.livesWith as HouseholdAnswer]}
        </>
      ),
    },
    {
      name: 'Contact',
      cell: ({ safeToContact, contactThrough }) => (
        <ContactTag safe={safeToContact as SafeToContact} through={contactThrough} />
      ),
    },
  ],
  nameOf: ({ personName }) => `the tie of ${personName}`,
  heading: ({ personName, toPersonName }) => `${personName}, to ${toPersonName}`,
  typed: (tie) => ({
    relation: tie.relation,
    parentalResponsibility: tie.parentalResponsibility,
    safeToContact: tie.safeToContact,
    contactThrough: tie.contactThrough ?? '',
    livesWith: tie.livesWith,
    basis: basisTyped(tie.basis),
  }),
  fields: <TieFields prefix="fact." />,
  useActs({ id, version, personId, toPersonId }) {
    const change = useCommand(act.people.changeTie.mutate)
    const withdraw = useCommand(act.people.withdrawTie.mutate)
    return {
      change: (fact, reason) =>
        change({ id, version, reason, fact: { ...(fact as TieInput), personId, toPersonId } }),
      withdraw: (reason) => withdraw({ id, version, reason }),
    }
  },
}

function useTiesTo(personId: string) {
  const ties = useRead(read.people.ties.queryOptions({ personId }))
  return ties.state === 'ready'
    ? { ...ties, value: ties.value.filter((tie) => tie.toPersonId === personId) }
    : ties
}
