/** Days at birth from weeks and days as they are written, 34+2 or 34; undefined for anything else. */
export function gestationDays(typed: string): number | undefined {
  const match = /^\s*(\d{2})(?:\s*\+\s*([0-6]))?\s*$/.exec(typed)
  return match ? Number(match[1]) * 7 + Number(match[2] ?? 0) : undefined
}

/** Weeks and days as they are written: 34+2. */
export const gestationText = (days: number) => `${Math.floor(days / 7)}+${days % 7}`
