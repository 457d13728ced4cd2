import { formatDate } from '../../shared/calendar.ts'
import type { CivilDate } from '../../shared/time.ts'
import { type Agency, agencyLabels } from '../record.ts'

/** What a certificate says beside whose it is, of which course, and of which day; null where it does not say. */
export interface CertificateSays {
  expiresOn: CivilDate | null
  minutes: number | null
  topics: readonly string[] | null
  agenciesPresent: readonly Agency[] | null
}

const inWords: { [Key in keyof CertificateSays]: { label: string; text: Say<Key> } } = {
  expiresOn: { label: 'Expires', text: (on) => formatDate(on) },
  minutes: { label: 'Hours', text: (minutes) => String(Math.round((minutes / 60) * 100) / 100) },
  topics: { label: 'Topics', text: (topics) => [...topics].sort().join(' ') || 'none' },
  agenciesPresent: {
    label: 'Other agencies',
    text: (agencies) =>
      [...agencies]
        .sort()
        .map((agency) => agencyLabels[agency])
        .join('; ') || 'none',
  },
}
type Say<Key extends keyof CertificateSays> = (value: NonNullable<CertificateSays[Key]>) => string

/**
 * In what a file says otherwise than what stands, each in words. What the file leaves out is no difference.
 * `stands` says where the other comes from: "recorded", or "row 4".
 */
export const certificateDifferences = (
  file: CertificateSays,
  other: CertificateSays,
  stands: string,
): string[] =>
  (Object.keys(inWords) as (keyof CertificateSays)[]).flatMap((key) => {
    const [said, known] = [wordsOf(key, file), wordsOf(key, other)]
    return said === null || said === known
      ? []
      : [`${inWords[key].label}: ${said} in the file, ${known ?? 'nothing'} ${stands}`]
  })

function wordsOf<Key extends keyof CertificateSays>(key: Key, of: CertificateSays): string | null {
  const value = of[key]
  return value === null || value === undefined ? null : inWords[key].text(value as never)
}
