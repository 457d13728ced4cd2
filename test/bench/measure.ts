/** What one contender took, in milliseconds, over its rounds. */
export interface Timing {
  name: string
  rounds: number[]
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

export interface Contender {
  name: string
  /** One round; gives its time in milliseconds. */
  run(): number | Promise<number>
}

/**
 * Runs contenders side by side: one warm-up, then rounds in turn, the order reversed every second round, so
 * that a machine that slows down slows all of them.
 */
export async function sideBySide(
  contenders: readonly Contender[],
  rounds: number,
): Promise<Timing[]> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (const contender of contenders) await contender.run()
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? contenders : [...contenders].reverse()
    for (const contender of order) times.get(contender.name)?.push(await contender.run())
  }
  return [...times].map(([name, list]) => ({ name, rounds: list }))
}

/** The time that an act takes, in milliseconds. */
export function timed(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

/**
 * The processor's time that an act takes in this process, garbage collection too, in milliseconds: on a busy
 * machine the clock counts against the longest contender, which is interrupted most.
 */
export function processorTime(act: () => unknown): number {
  const start = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

export interface Line {
  name: string
  median: number
  ratio: number
}

/** Medians with their ratio to the first contender. */
export function compared(timings: readonly Timing[]): Line[] {
  const base = median(timings[0]?.rounds ?? [])
  return timings.map(({ name, rounds }) => ({
    name,
    median: median(rounds),
    ratio: median(rounds) / base,
  }))
}

/** A table of one run, for people: the ratio is the figure, the time only says on what scale. */
export function report(title: string, lines: readonly Line[], unit = 'ms'): string {
  const width = Math.max(...lines.map(({ name }) => name.length))
  const row = ({ name, median: middle, ratio }: Line) =>
    `  ${name.padEnd(width)}  ${ratio.toFixed(2).padStart(8)}x  ${middle.toFixed(3).padStart(10)} ${unit}`
  return [title, ...lines.map(row), ''].join('\n')
}
