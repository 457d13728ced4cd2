import { Link } from '@tanstack/react-router'
import { ruleSetStateLabels } from '#domain/rule-sets/rule-set.ts'
import { answerLabels } from '#domain/shared/answer.ts'
import { formatDate } from '#domain/shared/calendar.ts'
import { mentalHealthActStatusOf } from '#domain/shared/mental-health-act.ts'
import { act, useCommand } from '../../api.ts'
import type { ChildView, ReferralView } from '../../features/admission/view.ts'
import { childName } from '../../features/admission/words.ts'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { Shown, ShownNote } from '../../ui/shown.tsx'
import { Tag } from '../../ui/tag.tsx'
import { WithdrawForm } from '../stay/withdraw-form.tsx'

interface ToldSectionProps {
  view: ReferralView
  mayEdit: boolean
}

/** What was told at the start, the children of the referral, and the rules that it is checked against. */
export function ToldSection({ view, mayEdit }: ToldSectionProps) {
  const { referral, children, rules } = view
  return (
    <Section
      title="What was told"
      actions={
        mayEdit && (
          <Link
            to="/referrals/$referralId/add-child"
            params={{ referralId: referral.id }}
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          >
            Add a baby
          </Link>
        )
      }
    >
      <ShownNote>{referral.referralReason}</ShownNote>
      <Facts
        facts={[
          {
            name: 'Referrer',
            value: (
              <>
                <Shown>{referral.referrerName}</Shown>,{' '}
                <Shown>{`${referral.referrerRole}, ${referral.referrerOrganisation}`}</Shown>
              </>
            ),
          },
          ...children.map((child) => ({
            id: child.id,
            name: child.baby ? 'Baby' : 'Expected',
            value: (
              <>
                <Shown>{childName(child, formatDate)}</Shown>
                {child.baby?.bornOn && `, born ${formatDate(child.baby.bornOn)}`}
                {mayEdit && children.length > 1 && (
                  <TakeOut referralId={referral.id} child={child} />
                )}
              </>
            ),
            action: mayEdit && !child.baby && (
              <Link
                to="/referrals/$referralId/born/$childId"
                params={{ referralId: referral.id, childId: child.id }}
              >
                Record the birth
              </Link>
            ),
          })),
          {
            name: 'Mental Health Act',
            value: mentalHealthActStatusOf(referral.motherStatus).label,
          },
          { name: 'Children’s social care', value: answerLabels[referral.socialCare] },
          {
            name: 'Checked against',
            value: rules.map(({ title, revision, state }) => (
              <div key={title}>
                {title}, {revision}{' '}
                {state !== 'approved' && <Tag tone="warning">{ruleSetStateLabels[state]}</Tag>}
              </div>
            )),
          },
        ]}
      />
    </Section>
  )
}

/** A child who was entered in error is taken out; the last one stays. */
function TakeOut({ referralId, child }: { referralId: string; child: ChildView }) {
  const withdraw = useCommand(act.admission.withdrawChild.mutate)
  return (
    <WithdrawForm
      what={child.baby ? `${child.baby.givenName} on this referral` : 'this pregnancy'}
      draft={`take-out:${referralId}:${child.id}`}
      withdraw={(reason) => withdraw({ id: child.id, version: child.version, reason })}
      onDone={() => undefined}
    />
  )
}
