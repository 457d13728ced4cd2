interface Versioned {
  recordId: string
  version: number
  recordedAt: string
  author: string
  reason: string
}

/**
 * What each record said before it was changed, by its id, the oldest first, with when, by whom and why it was
 * changed: nothing is lost.
 */
export function earlierVersions<Row extends Versioned>(
  all: readonly Row[],
  nameOf: (staffId: string) => string,
) {
  const earlier = all.flatMap(({ author: _, recordedAt: _at, reason: _why, ...said }) => {
    const next = all.find(
      (one) => one.recordId === said.recordId && one.version === said.version + 1,
    )
    if (!next) return []
    const { recordedAt, author, reason } = next
    return [{ ...said, changedAt: recordedAt, changedBy: nameOf(author), reason }]
  })
  return Map.groupBy(earlier, ({ recordId }) => recordId)
}
