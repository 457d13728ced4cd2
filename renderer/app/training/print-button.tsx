import { printPage } from '../../api.ts'
import { Button } from '../../ui/button.tsx'

/** Prints the page as it is shown. */
export function PrintButton() {
  return (
    <Button kind="quiet" onClick={() => void printPage()}>
      Print
    </Button>
  )
}
