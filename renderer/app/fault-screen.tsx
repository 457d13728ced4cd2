import { Component, type ReactNode } from 'react'
import { faultCode, readings } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

interface FaultBoundaryProps {
  children: ReactNode
}

/** Catches a bug in the page under it: says so plainly, shows its code, and offers to open the page again. */
export class FaultBoundary extends Component<FaultBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <FaultMessage
        code={faultCode(this.state.error)}
        again={() => {
          void readings.resetQueries()
          this.setState({ error: undefined })
        }}
      />
    )
  }
}

function FaultMessage({ code, again }: { code: string; again: () => void }) {
  return (
    <div className="app-main app-main--reading">
      <Banner title="This page could not be shown" tone="danger" urgent>
        <p>
          The program made a mistake. Nothing that was saved is lost. If it happens again, tell the
          administrator this code: <strong>{code}</strong>
        </p>
        <p>Use the paper record for anything that cannot wait.</p>
        <Button kind="quiet" onClick={again}>
          Open the page again
        </Button>
      </Banner>
    </div>
  )
}
