/** What a signature proves and what it does not: the same words in the pack, in the viewer and in the app. */

export const proves: readonly string[] = [
  'That nothing in this pack was changed, taken out or put in since it was sealed: not one byte of any file.',
  'That whoever sealed it had the private key of the fingerprint that is shown. The app makes that key in the unit and keeps it inside the unit’s encrypted records.',
]

export const provesNot: readonly string[] = [
  'It does not prove whose key it is. Anybody can make a key, write the name of a unit into a report and sign it. Ask the unit for its fingerprint by telephone or letter, by a number that you had before, and compare all eight groups.',
  'It does not prove that what was recorded is true or complete. Figures are computed from what staff entered. What was done and not written down, or written down and not done, no signature shows.',
  'It does not prove who wrote a record, or when, beyond what the unit’s audit says: the head of its chain is in the manifest, so that the audit can be held against the pack on the unit.',
  'It does not prove that nobody else has seen the pack: it is signed, not locked. Keep it as its marking says.',
  'It does not prove that the key was never stolen. If the unit says that its key was lost or renewed, ask which packs it still stands by.',
  'It does not prove the time of sealing. The time of the cut is what the unit’s computer said.',
  'The viewer in the pack is part of the pack: a changed viewer could say that all is well. To be sure, verify the ZIP with your own copy of the app.',
]

/** The page as a text file, for whoever opens the ZIP and nothing else. */
export function readMe(about: readonly string[]): string {
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`)
  return [
    ...about,
    '',
    'Open viewer.html in any browser: it needs no network and no account. To verify the whole, choose this ZIP in it,',
    'or in the app under Verify a pack, or on the command line: npm run mbu -- verify <this ZIP>',
    '',
    'What the signature proves',
    ...list(proves),
    '',
    'What it does not prove',
    ...list(provesNot),
    '',
  ].join('\r\n')
}
