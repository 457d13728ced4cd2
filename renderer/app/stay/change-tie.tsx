import { useParams } from '@tanstack/react-router'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Ready } from '../reading.tsx'
import { basisTyped } from './basis-typed.ts'
import { StayFormPage } from './stay-form-page.tsx'
import { TieFields } from './tie-fields.tsx'
import { useBackToStay } from './use-back-to-stay.ts'
import { WithdrawForm } from './withdraw-form.tsx'

type Tie = Outputs['people']['ties'][number]
type TieInput = InputOf<typeof act.people.addTie.mutate>

/** A change of what somebody is to another, or its withdrawal. */
export function ChangeTie() {
  const { stayId, personId, tieId } = useParams({ from: '/stays/$stayId/tie/$personId/$tieId' })
  const ties = useRead(read.people.ties.queryOptions({ personId }))
  return (
    <StayFormPage stayId={stayId} title={() => 'Change a tie'}>
      {() => (
        <Ready reading={ties}>
          {(all) => {
            const tie = all.find(({ id }) => id === tieId)
            return tie ? (
              <ChangeForm key={tie.version} tie={tie} stayId={stayId} />
            ) : (
              <Banner title="This tie is not on record any more" tone="warning" />
            )
          }}
        </Ready>
      )}
    </StayFormPage>
  )
}

function ChangeForm({ tie, stayId }: { tie: Tie; stayId: string }) {
  const change = useCommand(act.people.changeTie.mutate)
  const withdraw = useCommand(act.people.withdrawTie.mutate)
  const back = useBackToStay(stayId)
  const { id, version, personId, toPersonId } = tie
  return (
    <>
      <Form<{ fact: Omit<TieInput, 'personId' | 'toPersonId'>; reason: string }>
        act="Save the change"
        draft={`change-tie:${id}:${version}`}
        save={({ fact, reason }) =>
          change({ id, version, reason, fact: { ...fact, personId, toPersonId } })
        }
        onSaved={back}
        cancel={{ label: 'Go back', onClick: back }}
        initial={{
          fact: {
            relation: tie.relation,
            parentalResponsibility: tie.parentalResponsibility,
            safeToContact: tie.safeToContact,
            contactThrough: tie.contactThrough ?? '',
            basis: basisTyped(tie.basis),
          },
        }}
      >
        <FormPart title={`${tie.personName}, to ${tie.toPersonName}`}>
          <TieFields prefix="fact." />
          <TextField
            name="reason"
            label="Why it is changed"
            hint="The old entry stays readable."
            required="Enter why it is changed"
          />
        </FormPart>
      </Form>
      <WithdrawForm
        what="this tie"
        draft={`withdraw:${id}:${version}`}
        withdraw={(reason) => withdraw({ id, version, reason })}
        onDone={back}
      />
    </>
  )
}
