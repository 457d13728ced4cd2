import { useParams } from '@tanstack/react-router'
import { act, type InputOf, type Outputs, read, useCommand, useRead } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Form } from '../../ui/form/form.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { Ready } from '../reading.tsx'
import { basisTyped } from './basis-typed.ts'
import { ChangeFactForm } from './change-fact-form.tsx'
import { EndStatus } from './end-status.tsx'
import { type EndedAlready, EndedAlreadyField, withEnd } from './ended-already.tsx'
import { FamilyFormPage } from './family-form-page.tsx'
import { LegalFields } from './legal-fields.tsx'
import { SignCorrection, SignEnd, SignWithdrawal } from './sign-order-out.tsx'
import { useGoBack } from './use-go-back.ts'

type LegalInput = InputOf<typeof act.people.addLegalStatus.mutate>
type LegalFact = Outputs['people']['legalStatus']['facts'][number]

/** A legal status of the baby as a dated fact with the document behind it. */
export function AddLegalStatus() {
  const { motherId, personId } = useParams({ from: '/families/$motherId/legal/$personId' })
  const add = useCommand(act.people.addLegalStatus.mutate)
  const back = useGoBack(motherId)
  const unborn = personId === motherId
  return (
    <FamilyFormPage
      motherId={motherId}
      title={`Record a legal status of the ${unborn ? 'expected baby' : 'baby'}`}
    >
      {({ stay, referralIds }) => (
        <Form<LegalInput & EndedAlready>
          act="Record the legal status"
          draft={`legal:${personId}`}
          save={(input) => add({ ...withEnd(input), personId })}
          onSaved={back}
          cancel={{ label: 'Go back', onClick: back }}
        >
          <FormPart title="Legal status">
            <LegalFields
              prefix=""
              unborn={unborn}
              documentsOf={{ stayId: stay?.stayId ?? null, referralId: referralIds.at(-1) ?? null }}
            />
            <EndedAlreadyField />
          </FormPart>
        </Form>
      )}
    </FamilyFormPage>
  )
}

/** A correction of a legal status, or its end. */
export function ChangeLegalStatus() {
  const { motherId, personId, factId } = useParams({
    from: '/families/$motherId/legal/$personId/$factId',
  })
  const legal = useRead(read.people.legalStatus.queryOptions({ personId, at: null }))
  return (
    <FamilyFormPage motherId={motherId} title="Change or end a legal status">
      {({ stay, referralIds }) => (
        <Ready reading={legal}>
          {({ facts }) => {
            const fact = facts.find(({ id }) => id === factId)
            return fact ? (
              <ChangeForm
                key={fact.id}
                fact={fact}
                motherId={motherId}
                personId={personId}
                documentsOf={{
                  stayId: stay?.stayId ?? null,
                  referralId: referralIds.at(-1) ?? null,
                }}
              />
            ) : (
              <Banner title="This status is not on record any more" tone="warning" />
            )
          }}
        </Ready>
      )}
    </FamilyFormPage>
  )
}

interface ChangeFormProps {
  fact: LegalFact
  motherId: string
  personId: string
  documentsOf: { stayId: string | null; referralId: string | null }
}

function ChangeForm({ fact, motherId, personId, documentsOf }: ChangeFormProps) {
  const change = useCommand(act.people.changeLegalStatus.mutate)
  const withdraw = useCommand(act.people.withdrawLegalStatus.mutate)
  const end = useCommand(act.people.endLegalStatus.mutate)
  const takeBack = useCommand(act.people.takeBackLegalStatusEnd.mutate)
  const changeByTwo = useCommand(act.people.changeLegalStatusByTwo.mutate)
  const withdrawByTwo = useCommand(act.people.withdrawLegalStatusByTwo.mutate)
  const endByTwo = useCommand(act.people.endLegalStatusByTwo.mutate)
  const back = useGoBack(motherId)
  const { id, version } = fact
  return (
    <>
      <EndStatus
        fact={fact}
        end={(input, beside) =>
          beside.second
            ? endByTwo({ id, version, ...input }, beside)
            : end({ id, version, ...input })
        }
        signature={<SignEnd fact={fact} />}
        takeBack={(reason) => takeBack({ id, version, reason })}
        onDone={back}
      />
      <ChangeFactForm<LegalInput>
        motherId={motherId}
        record={fact}
        what="this status"
        title="Correct or extend it"
        draft="change-legal"
        initial={{
          code: fact.code,
          startsAt: textOfInstant(fact.startsAt),
          endsAt: fact.endsAt === null ? '' : textOfInstant(fact.endsAt),
          authority: fact.authority ?? '',
          documentId: fact.documentId ?? '',
          basis: basisTyped(fact.basis),
        }}
        change={(typed, reason, beside) => {
          const input = { id, version, reason, fact: { ...typed, personId } }
          return beside.second ? changeByTwo(input, beside) : change(input)
        }}
        withdraw={(reason, beside) =>
          beside.second
            ? withdrawByTwo({ id, version, reason }, beside)
            : withdraw({ id, version, reason })
        }
        signatures={{
          change: <SignCorrection fact={fact} />,
          withdraw: <SignWithdrawal fact={fact} />,
        }}
      >
        <LegalFields prefix="fact." unborn={personId === motherId} documentsOf={documentsOf} />
      </ChangeFactForm>
    </>
  )
}
