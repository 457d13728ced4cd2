/**
 * Lets whatever waits have its turn: long reads give it between their parts, so that no clinical write waits
 * for them (decision 8). What they read is held together by its cut, not by a transaction.
 */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
