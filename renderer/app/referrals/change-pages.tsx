import { useParams } from '@tanstack/react-router'
import { act, type InputOf, useCommand } from '../../api.ts'
import { AskedForPart, ReferrerPart } from '../../features/admission/referrer-fields.tsx'
import type { ReferralView } from '../../features/admission/view.ts'
import { Form } from '../../ui/form/form.tsx'
import { textOfInstant } from '../../ui/form/instant-text.ts'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { NewPeopleBasis } from '../people/new-people-basis.tsx'
import { MakeRestricted } from '../restricted/make-restricted.tsx'
import { ChildPart } from './child-part.tsx'
import { ReferralFormPage, useBackToReferral } from './referral-form-page.tsx'
import { atChild, babyOf, type ChildTyped } from './take-input.ts'

type ChangeInput = InputOf<typeof act.admission.change.mutate>
type BornInput = Extract<InputOf<typeof act.admission.changeChild.mutate>, { baby: unknown }>
/** One child of a referral as these forms hold it. */
type OneChild = { children: ChildTyped[]; basis?: BornInput['basis'] }

const onReferral = ({ children }: ReferralView): string[] =>
  children.flatMap(({ baby }) => baby?.id ?? [])

/** What was told is told differently: the version before stays readable. */
export function ChangeReferralPage() {
  const { referralId } = useParams({ from: '/referrals/$referralId/change' })
  return (
    <ReferralFormPage referralId={referralId} title="Change what was told">
      {(view) => <ChangeForm view={view} />}
    </ReferralFormPage>
  )
}

function ChangeForm({ view }: { view: ReferralView }) {
  const change = useCommand(act.admission.change.mutate)
  const done = useBackToReferral(view.referral.id)
  const { referral } = view
  return (
    <>
      <Form<ChangeInput>
        act="Save the change"
        draft={`referral-change:${referral.id}:${referral.version}`}
        initial={{
          referrerName: referral.referrerName,
          callBackNumber: referral.callBackNumber,
          referrerRole: referral.referrerRole,
          referrerOrganisation: referral.referrerOrganisation,
          referrer: referral.referrer,
          receivedAt: textOfInstant(referral.receivedAt),
          planned: referral.planned ? 'yes' : 'no',
          referralReason: referral.referralReason,
          motherStatus: referral.motherStatus,
          socialCare: referral.socialCare,
        }}
        save={(typed) => change({ ...typed, id: referral.id, version: referral.version })}
        onSaved={done}
        cancel={{ label: 'Go back', onClick: done }}
      >
        <ReferrerPart />
        <AskedForPart />
        <FormPart title="Why it changes">
          <TextField name="reason" label="Reason for the change" required="Enter the reason" />
        </FormPart>
      </Form>
      <MakeRestricted type="referral" id={referral.id} version={referral.version} onDone={done} />
    </>
  )
}

/** A baby who was expected is born before the arrival. */
export function BornPage() {
  const { referralId, childId } = useParams({ from: '/referrals/$referralId/born/$childId' })
  const born = useCommand(act.admission.changeChild.mutate)
  const done = useBackToReferral(referralId)
  return (
    <ReferralFormPage referralId={referralId} title="Birth">
      {(view) => (
        <Form<OneChild>
          act="Record the birth"
          draft={`born:${childId}:${view.children.find(({ id }) => id === childId)?.version ?? 0}`}
          save={async ({ children: [typed], basis }) => {
            const given = typed && babyOf(typed)
            if (!given) throw new Error('A birth without a baby')
            const version = view.children.find(({ id }) => id === childId)?.version ?? 0
            return atChild(await born({ ...given, basis, id: childId, version, reason: 'Born' }))
          }}
          onSaved={done}
          cancel={{ label: 'Go back', onClick: done }}
        >
          <ChildPart
            prefix="children.0"
            index={0}
            motherId={view.mother.id}
            without={onReferral(view)}
            isBorn
          />
          <NewPeopleBasis />
        </Form>
      )}
    </ReferralFormPage>
  )
}

type AddInput = InputOf<typeof act.admission.addChild.mutate>

/** A twin, or a baby who was not spoken of at first. */
export function AddChildPage() {
  const { referralId } = useParams({ from: '/referrals/$referralId/add-child' })
  const add = useCommand(act.admission.addChild.mutate)
  const done = useBackToReferral(referralId)
  return (
    <ReferralFormPage referralId={referralId} title="Add a baby">
      {(view) => (
        <Form<OneChild>
          act="Add the baby"
          draft={`add-child:${referralId}`}
          save={async ({ children: [typed], basis }) =>
            atChild(await add(addInput(referralId, typed, basis)))
          }
          onSaved={done}
          cancel={{ label: 'Go back', onClick: done }}
        >
          <ChildPart
            prefix="children.0"
            index={0}
            motherId={view.mother.id}
            without={onReferral(view)}
          />
          <NewPeopleBasis />
        </Form>
      )}
    </ReferralFormPage>
  )
}

function addInput(
  referralId: string,
  typed: ChildTyped | undefined,
  basis: BornInput['basis'],
): AddInput {
  const given = typed && babyOf(typed)
  return given
    ? { referralId, basis, ...given }
    : { referralId, expectedOn: typed?.expectedOn ?? null }
}
