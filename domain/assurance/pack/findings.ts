import type { ListedFile } from './manifest.ts'

/** One thing that is not as it was sealed. */
export interface Finding {
  /** The file that it is about; empty for the ZIP itself. */
  path: string
  what: 'changed' | 'missing' | 'added' | 'renamed' | 'signature' | 'container' | 'no-pack'
  /** What a renamed file is called now. */
  now?: string
  /** For what was changed: the bytes that there should be and that there are; for the ZIP, where it first differs. */
  expected?: number
  found?: number
}

/** What differs between the files that the manifest lists and those that are there: each one is named. */
export function compareFiles(
  listed: readonly ListedFile[],
  found: readonly ListedFile[],
): Finding[] {
  const there = new Map(found.map((file) => [file.path, file]))
  const findings: Finding[] = []
  const spare = new Map(found.map((file) => [file.path, file]))
  const missing: ListedFile[] = []
  for (const file of listed) {
    const now = there.get(file.path)
    spare.delete(file.path)
    if (!now) missing.push(file)
    else if (now.sha256 !== file.sha256 || now.bytes !== file.bytes)
      findings.push({
        path: file.path,
        what: 'changed',
        expected: file.bytes,
        found: now.bytes,
      })
  }
  for (const file of missing) {
    const moved = [...spare.values()].find(({ sha256 }) => sha256 === file.sha256)
    if (moved) spare.delete(moved.path)
    findings.push(
      moved
        ? { path: file.path, what: 'renamed', now: moved.path }
        : { path: file.path, what: 'missing' },
    )
  }
  for (const { path } of spare.values()) findings.push({ path, what: 'added' })
  return findings.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** A finding in words. */
export function findingText({ expected, found, now, path, what }: Finding): string {
  switch (what) {
    case 'changed':
      return expected === found
        ? `${path} was changed.`
        : `${path} was changed: ${found} bytes instead of ${expected}.`
    case 'missing':
      return `${path} is missing.`
    case 'added':
      return `${path} was added: the unit did not seal it.`
    case 'renamed':
      return `${path} was renamed to ${now}.`
    case 'signature':
      return 'manifest.json or manifest.sig was changed: the signature does not fit. Nothing that the manifest says can be relied on.'
    case 'container':
      return `The ZIP itself was changed, at byte ${found}: its files are as they were sealed, but it holds something else besides, or was packed anew.`
    case 'no-pack':
      return 'This is not a sealed pack of MBU Assurance, or it is too damaged to be opened.'
  }
}
