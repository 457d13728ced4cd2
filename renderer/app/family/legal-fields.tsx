import { dateOf } from '#domain/shared/calendar.ts'
import { legalStatusCodes, legalStatusOf } from '#domain/shared/legal-status.ts'
import { carryingBases } from '#domain/shared/provenance.ts'
import { read, useRead } from '../../api.ts'
import { BasisField } from '../../ui/form/basis-field.tsx'
import { InstantField } from '../../ui/form/instant-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTyped } from '../../ui/form/use-typed.ts'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { useMay } from '../session/me.ts'

interface LegalFieldsProps {
  prefix: string
  /** The baby is not born yet: no order about a child can be in force. */
  unborn: boolean
  documentsOf: DocumentsOf
}

/** Whose register the document may be in. */
export interface DocumentsOf {
  stayId: string | null
  referralId: string | null
}

/** One legal status: since when, until when, by which authority, and the document behind it. */
export function LegalFields({ prefix, unborn, documentsOf }: LegalFieldsProps) {
  const today = dateOf(useServiceNow()())
  const code = useTyped<string>(`${prefix}code`)
  const status = code ? legalStatusOf(code) : undefined
  return (
    <>
      <SelectField
        name={`${prefix}code`}
        label="Status"
        hint="Several can be true at once: record each by itself."
        required="Choose the legal status"
        choices={legalStatusCodes
          .map(legalStatusOf)
          .filter(({ beforeBirth }) => !unborn || beforeBirth)
          .map(({ code: value, label }) => ({ value, label }))}
      />
      {status && (
        <p className="app-quiet">
          Parental responsibility: {status.responsibility}. Consent: {status.consent}.
        </p>
      )}
      <InstantField
        name={`${prefix}startsAt`}
        legend="In force since"
        required="Enter since when it is in force"
      />
      <InstantField
        name={`${prefix}endsAt`}
        legend={status?.expiryRequired ? 'Runs out' : 'Runs out (if a date is set)'}
        future
        {...(status?.expiryRequired
          ? { required: 'This status cannot be recorded without the time at which it runs out' }
          : {})}
      />
      <TextField name={`${prefix}authority`} label="Local authority (if one is involved)" />
      <BasisField name={`${prefix}basis`} of="this status" today={today} kinds={carryingBases} />
      <DocumentField name={`${prefix}documentId`} of={documentsOf} />
    </>
  )
}

/** The document in the register, where there is one; those who may not read the register are not asked. */
function DocumentField({ name, of }: { name: string; of: DocumentsOf }) {
  const known = of.stayId !== null || of.referralId !== null
  const mayRead = useMay('history:read') && known
  const where =
    of.stayId !== null
      ? { stayId: of.stayId, referralId: null }
      : { stayId: null, referralId: of.referralId }
  const register = useRead({ ...read.documents.register.queryOptions(where), enabled: mayRead })
  if (!mayRead || register.state !== 'ready' || register.value.documents.length === 0) return null
  return (
    <SelectField
      name={name}
      label="The document in the register (if it is there)"
      prompt="None of these"
      choices={register.value.documents.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
}
