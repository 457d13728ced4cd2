const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const two = (n: number) => String(n).padStart(2, '0')

/** Elapsed time for a running clock: `00:03:07`, or `2 d 04:10:00` from a day on. `ms` is not negative. */
export function clockText(ms: number): string {
  const days = Math.floor(ms / day)
  const text = `${two(Math.floor((ms % day) / hour))}:${two(Math.floor((ms % hour) / minute))}:${two(Math.floor((ms % minute) / 1000))}`
  return days > 0 ? `${days} d ${text}` : text
}

/** A length of time at a glance: `42 min`, `4 h 12 min`, `2 d 4 h`. Rounded down to the minute. */
export function lengthText(ms: number): string {
  const days = Math.floor(ms / day)
  const hours = Math.floor((ms % day) / hour)
  const minutes = Math.floor((ms % hour) / minute)
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`
  return `${minutes} min`
}
