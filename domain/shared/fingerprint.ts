/**
 * The fingerprint of a public key, to be read out over the telephone: the first 128 bits of the SHA-256 of its
 * SPKI form (in hexadecimal) as eight groups of four digits.
 */
export const fingerprintText = (sha256: string): string =>
  (sha256.slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join(' ')
