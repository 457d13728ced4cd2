import { type ReactNode, useState } from 'react'
import { printPage } from '../../api.ts'
import { Alone } from '../../ui/alone.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

interface RecoveryCodeProps {
  code: string
  onWritten: () => void
  /** What else there is to say, beside where it is kept. */
  children?: ReactNode
}

/** The recovery code, once: it is kept nowhere, and without it a unit whose passwords are lost stays shut. */
export function RecoveryCode({ code, onWritten, children }: RecoveryCodeProps) {
  const [sure, setSure] = useState(false)
  return (
    <Alone title="Write down the recovery code">
      <Banner title="It is shown once and kept nowhere" tone="warning">
        <p>
          If every password is lost, this code is the only way into the record. Without it nobody
          can open it, and nobody can help.
        </p>
      </Banner>
      <p className="app-recovery-code" translate="no">
        {code}
      </p>
      <p>
        Print it or write it down, seal it in an envelope, and give it to two named people to keep:
        usually the ward manager and the information governance lead. Do not keep it on this
        computer.
      </p>
      {children}
      <div className="app-no-print">
        <div className="app-buttons">
          <Button kind="quiet" onClick={() => void printPage()}>
            Print this page
          </Button>
        </div>
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
          <div className="nhsuk-checkboxes__item">
            <input
              className="nhsuk-checkboxes__input"
              type="checkbox"
              id="written-down"
              checked={sure}
              onChange={() => setSure(!sure)}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="written-down">
              I have written it down, and checked every letter
            </label>
          </div>
        </div>
        <Button disabled={!sure} onClick={onWritten}>
          Go on to the sign-in
        </Button>
      </div>
    </Alone>
  )
}
