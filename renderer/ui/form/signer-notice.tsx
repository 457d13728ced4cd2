import { createContext, type ReactNode, useContext } from 'react'
import { Banner } from '../banner.tsx'
import { TextField } from './text-field.tsx'

/** What a person is told before they sign, and whether their signature needs a reason. */
export interface SignerNotice {
  message: string
  needsReason: boolean
}

const NoticeContext = createContext<SignerNotice | undefined>(undefined)

interface ProviderProps {
  notice: SignerNotice | undefined
  children: ReactNode
}

/** Every signature field inside tells the signer this; `undefined` for nothing. */
export function SignerNoticeProvider({ notice, children }: ProviderProps) {
  return <NoticeContext value={notice}>{children}</NoticeContext>
}

/** The name under which the reason travels beside the input. */
export const emergencyReason = '$emergency'

/** The notice above a signature, with the reason where one is needed. */
export function SignerNoticeFields() {
  const notice = useContext(NoticeContext)
  if (!notice) return null
  return (
    <>
      <Banner title={notice.message} tone={notice.needsReason ? 'danger' : 'warning'} />
      {notice.needsReason && (
        <TextField
          name={emergencyReason}
          label="Reason of the emergency"
          hint="Only where nobody else can sign. The signature is listed with this reason."
          required="Enter the reason of the emergency, or ask a colleague to sign"
        />
      )}
    </>
  )
}
