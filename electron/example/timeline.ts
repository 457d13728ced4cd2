import type { Instant } from '#domain/shared/time.ts'

/** What happens in the example unit, in the order of time, until the moment of building. */
export interface Timeline {
  /** Plans an act; one beyond the end never happens. The next waits for one that takes its time, such as a report. */
  at(instant: Instant, act: () => unknown): void
  /** Lets everything happen in order; acts may plan further ones. */
  run(setClock: (now: Instant) => void): Promise<void>
}

/** A timeline that ends at an instant. */
export function timelineTo(end: Instant): Timeline {
  const planned: { at: Instant; order: number; act: () => unknown }[] = []
  let order = 0
  let now: Instant = ''

  function place(instant: Instant): number {
    let low = 0
    let high = planned.length
    while (low < high) {
      const middle = (low + high) >> 1
      // Latest first, so that the next act is taken from the end; of equal times the first planned is next.
      if ((planned[middle]?.at ?? '') > instant) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    at(instant, act) {
      if (instant >= end) return
      // What was meant for a time that has passed happens now.
      const when = instant < now ? now : instant
      order += 1
      planned.splice(place(when), 0, { at: when, order, act })
    },
    async run(setClock) {
      for (let next = planned.pop(); next; next = planned.pop()) {
        now = next.at
        setClock(now)
        const made = next.act()
        if (made instanceof Promise) await made
      }
    },
  }
}
