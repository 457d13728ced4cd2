import { useState } from 'react'
import { formatTime } from '#domain/shared/calendar.ts'
import { act, type Outputs } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { bedTitle } from '../people/bed-title.ts'

type Item = Outputs['session']['lockScreen']['items'][number]

/**
 * *Baby concern* without signing in (decision 5): one press for the bed keeps the time. Who signs in next says
 * what it is; seconds are not lost to a password.
 */
export function PressConcern({ items }: { items: readonly Item[] }) {
  const [said, say] = useState<{ title: string; tone: 'good' | 'danger' }>()
  const beds = items.filter(({ kind }) => kind === 'bed').map(({ bed }) => bed)
  const onPress = async (bed: string) => {
    const reply = await act.unwellBaby.press.mutate({ bed })
    say(
      reply.ok
        ? {
            title: `${bedTitle(bed)}: baby concern kept at ${formatTime(reply.value.pressedAt)}. Go to the baby; then sign in and say what it is`,
            tone: 'good',
          }
        : { title: reply.failure.message, tone: 'danger' },
    )
  }
  return (
    <section aria-label="Baby concern">
      <h3 className="nhsuk-heading-s">Baby concern</h3>
      <p>Worried about a baby? Press the bed. The time is kept before anybody signs in.</p>
      {said && <Banner title={said.title} tone={said.tone} urgent />}
      <p className="app-beds-to-press">
        {beds.map((bed) => (
          <Button key={bed} kind="warning" small onClick={() => void onPress(bed)}>
            {bedTitle(bed)}
          </Button>
        ))}
      </p>
    </section>
  )
}
