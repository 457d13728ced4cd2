const reasons: Record<string, string> = {
  hourly: 'Each hour',
  lock: 'At the lock',
  'before-migration': 'Before an update of the records',
  'before-update': 'Before an update of the app',
  asked: 'Asked for',
}

/** Why a backup was made. */
export const backupReasonText = (reason: string) => reasons[reason] ?? reason

/** Bytes as megabytes, never as 0. */
export const megabytes = (bytes: number) =>
  `${Math.max(0.1, bytes / 1_048_576).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
