import { formatDateTime } from '#domain/shared/calendar.ts'
import { Banner } from '../../ui/banner.tsx'
import type { BoardView } from './board-view.ts'

interface ClockBannerProps {
  clock: NonNullable<BoardView['clock']>
}

/** Said as long as the computer's clock is behind what was recorded by it (decision 26; HZ-12). */
export function ClockBanner({ clock }: ClockBannerProps) {
  const title = `This computer’s clock is ${clock.behindMinutes} minutes behind the last entry (${formatDateTime(clock.lastEntryAt)})`
  return (
    <Banner title={title} tone="danger" urgent>
      <p>Times may be wrong: ask IT. What had run out stays run out.</p>
    </Banner>
  )
}
