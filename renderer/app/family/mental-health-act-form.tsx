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
import { MentalHealthActFields } from './mental-health-act-fields.tsx'
import { useGoBack } from './use-go-back.ts'

type ActInput = InputOf<typeof act.people.addMentalHealthAct.mutate>
type ActFact = Outputs['people']['mentalHealthAct']['facts'][number]

/** The mother's status under the Mental Health Act as a dated fact. */
export function RecordMentalHealthAct() {
  const { motherId } = useParams({ from: '/families/$motherId/mental-health-act' })
  const add = useCommand(act.people.addMentalHealthAct.mutate)
  const back = useGoBack(motherId)
  return (
    <FamilyFormPage motherId={motherId} title="Record the Mental Health Act status of the mother">
      {() => (
        <Form<ActInput & EndedAlready>
          act="Record the status"
          draft={`mental-health-act:${motherId}`}
          save={(input) => add({ ...withEnd(input), personId: motherId })}
          onSaved={back}
          cancel={{ label: 'Go back', onClick: back }}
        >
          <FormPart title="Mental Health Act status">
            <MentalHealthActFields prefix="" />
            <EndedAlreadyField />
          </FormPart>
        </Form>
      )}
    </FamilyFormPage>
  )
}

/** A correction of a Mental Health Act status, its end, or its withdrawal. */
export function ChangeMentalHealthAct() {
  const { motherId, factId } = useParams({
    from: '/families/$motherId/mental-health-act/$factId',
  })
  const status = useRead(read.people.mentalHealthAct.queryOptions({ personId: motherId, at: null }))
  return (
    <FamilyFormPage motherId={motherId} title="Change or end a Mental Health Act status">
      {() => (
        <Ready reading={status}>
          {({ facts }) => {
            const fact = facts.find(({ id }) => id === factId)
            return fact ? (
              <ChangeForm key={fact.id} fact={fact} motherId={motherId} />
            ) : (
              <Banner title="This status is not on record any more" tone="warning" />
            )
          }}
        </Ready>
      )}
    </FamilyFormPage>
  )
}

function ChangeForm({ fact, motherId }: { fact: ActFact; motherId: string }) {
  const change = useCommand(act.people.changeMentalHealthAct.mutate)
  const withdraw = useCommand(act.people.withdrawMentalHealthAct.mutate)
  const end = useCommand(act.people.endMentalHealthAct.mutate)
  const takeBack = useCommand(act.people.takeBackMentalHealthActEnd.mutate)
  const back = useGoBack(motherId)
  const { id, version } = fact
  return (
    <>
      <EndStatus
        fact={fact}
        end={(input) => end({ id, version, ...input })}
        takeBack={(reason) => takeBack({ id, version, reason })}
        onDone={back}
      />
      <ChangeFactForm<ActInput>
        motherId={motherId}
        record={fact}
        what="this status"
        title="Correct or extend it"
        draft="change-mental-health-act"
        initial={{
          code: fact.code,
          startsAt: textOfInstant(fact.startsAt),
          endsAt: fact.endsAt === null ? '' : textOfInstant(fact.endsAt),
          basis: basisTyped(fact.basis),
        }}
        change={(typed, reason) =>
          change({ id, version, reason, fact: { ...typed, personId: motherId } })
        }
        withdraw={(reason) => withdraw({ id, version, reason })}
      >
        <MentalHealthActFields prefix="fact." />
      </ChangeFactForm>
    </>
  )
}
