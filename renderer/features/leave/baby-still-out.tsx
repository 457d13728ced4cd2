import { carerLabels } from '#domain/leave/record.ts'
import { staysOutAlone } from '#domain/leave/standing.ts'
import { choicesOf } from '../../ui/form/choice.ts'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { FormPart } from '../../ui/form/part.tsx'
import { RadiosField } from '../../ui/form/radios-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { YesNoField } from '../../ui/form/yes-no-field.tsx'
import type { Leave } from './view.ts'

/** Where the baby is, asked with the return of everybody who would have had the baby. */
export function BabyStillOut({ leave }: { leave: Leave }) {
  const mother = useTyped<string>('mother') === 'yes'
  const babies = useTyped<string[]>('babies') ?? []
  if (!mother && babies.length === 0) return null
  if (staysOutAlone({ mother, babies }, leave).length === 0) return null
  return (
    <FormPart title="A baby is not back">
      <YesNoField
        name="stillOut.known"
        legend="Do you know where the baby is, and with whom?"
        hint="Ask now. If not, the steps for a missing baby begin at once."
        required="Say whether you know where the baby is"
        furtherIfYes={<WhereTheBabyIs />}
      />
    </FormPart>
  )
}

function WhereTheBabyIs() {
  return (
    <>
      <TextField
        name="stillOut.where"
        label="Where the baby is"
        required="Enter where the baby is"
      />
      <RadiosField
        name="stillOut.carer"
        legend="Who has the baby?"
        required="Say who has the baby"
        choices={choicesOf(carerLabels)}
      />
      <TextField
        name="stillOut.withWhom"
        label="The name of who has the baby"
        required="Enter the name of who has the baby"
      />
      <TextField
        name="stillOut.telephone"
        label="Telephone of who has the baby"
        required="Enter a telephone number of who has the baby"
        inputMode="tel"
        width={20}
      />
      <InstantField
        name="stillOut.dueAt"
        legend="When is the baby back?"
        hint="A time after the end of the leave makes the baby no less late."
        required="Enter when the baby is back"
        future
      />
      <TextField
        name="stillOut.consentBy"
        label="Who with parental responsibility agreed to it"
        hint="Leave empty where nobody was asked: then the baby has to come back."
      />
    </>
  )
}
