import { Banner } from '../../ui/banner.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { ReferralView } from './view.ts'

/** What has grown old since the offer, with its age; why she comes in on it is asked, and bars nobody. */
export function GrownOld({ view: { grownOld } }: { view: ReferralView }) {
  if (grownOld.length === 0) return null
  return (
    <FormPart title="Since the offer">
      <Banner title={`What the offer rests on has grown old: ${grownOld.length}`} tone="warning">
        <ul>
          {grownOld.map(({ ruleId, reason }) => (
            <li key={ruleId}>{reason}</li>
          ))}
        </ul>
      </Banner>
      <TextField
        name="outOfDateBecause"
        label="Why does she come in on it?"
        hint="Or go back and get it anew: that is better, where there is time."
        required="Enter why she comes in on it"
      />
    </FormPart>
  )
}
