import { useParams } from '@tanstack/react-router'
import { read, useRead } from '../../api.ts'
import { HappenedForm } from '../../features/communications/happened-form.tsx'
import { Ready } from '../reading.tsx'
import { StayFormPage } from './stay-form-page.tsx'
import { useBackToStay } from './use-back-to-stay.ts'

/** Something has happened that others must be told of. */
export function TellPage() {
  const { stayId, pairId } = useParams({ from: '/stays/$stayId/tell/$pairId' })
  const events = useRead(read.communications.eventsByHand.queryOptions(undefined))
  const back = useBackToStay(stayId)
  return (
    <StayFormPage stayId={stayId} title={() => 'Something to tell others'}>
      {() => (
        <Ready reading={events} what="list">
          {(value) => <HappenedForm pairId={pairId} events={value} onDone={back} />}
        </Ready>
      )}
    </StayFormPage>
  )
}
