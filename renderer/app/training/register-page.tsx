import { addDaysToDate, dateOf } from '#domain/shared/calendar.ts'
import { read, useRead } from '../../api.ts'
import {
  CountedSignatures,
  DeclareRegister,
  RegisterGaps,
  RegisterState,
} from '../../features/training/register.tsx'
import { useServiceNow } from '../../ui/service-clock.tsx'
import { Ready } from '../reading.tsx'
import { useMay, useMe } from '../session/me.ts'
import { TrainingFrame } from './training-frame.tsx'

const listedDays = 90

/** Whether the training register is declared complete, what is missing in it, and what was signed meanwhile. */
export function RegisterPage() {
  const me = useMe()
  const mayDeclare = useMay('training:declare')
  const maySeeSignatures = useMay('audit:read')
  const view = useRead(read.training.register.queryOptions(undefined))
  return (
    <TrainingFrame>
      <Ready reading={view} what="register">
        {(value) => (
          <>
            <RegisterState view={value} />
            <RegisterGaps view={value} />
            {mayDeclare && <DeclareRegister view={value} signer={me.name} />}
          </>
        )}
      </Ready>
      {maySeeSignatures && <Signatures />}
    </TrainingFrame>
  )
}

function Signatures() {
  const last = dateOf(useServiceNow()())
  const first = addDaysToDate(last, -listedDays)
  const signatures = useRead(read.training.countedSignatures.queryOptions({ first, last }))
  return (
    <Ready reading={signatures} what="signatures">
      {(value) => <CountedSignatures signatures={value} days={listedDays} />}
    </Ready>
  )
}
