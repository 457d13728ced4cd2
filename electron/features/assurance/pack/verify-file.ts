import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findingText } from '#domain/assurance/pack/findings.ts'
import { provesNot } from '#domain/assurance/pack/frank.ts'
import { verifyPack } from '#domain/assurance/pack/verify.ts'
import { disclosureLabels } from '#domain/assurance/report-words.ts'
import { nodeTools } from './node-tools.ts'

/**
 * Verifies a pack on the command line and says what became of it. Returns the exit code: 0 only where every
 * byte is as it was sealed.
 */
export async function verifyPackFile(file: string, say: (text: string) => void): Promise<number> {
  const bytes = read(file)
  if (!bytes) {
    say(`There is no file ${file}, or it cannot be read.`)
    return 1
  }
  const { findings, fingerprints, manifest, whole } = await verifyPack(bytes, nodeTools)
  for (const finding of findings) say(findingText(finding))
  if (!whole || !manifest) {
    say('This pack is not as it was sealed.')
    return 1
  }
  say(`All ${manifest.files.length} files are as they were sealed, and the signature fits.`)
  say(
    `${manifest.report.title}: ${manifest.unit.name}, ${manifest.period.label}. ${disclosureLabels[manifest.kind]}, version ${manifest.report.version}, ${manifest.report.state}.`,
  )
  say(`Signed with: ${fingerprints[0]}`)
  for (const before of fingerprints.slice(1)) say(`Follows from: ${before}`)
  say(provesNot[0] ?? '')
  return 0
}

function read(file: string): Uint8Array | undefined {
  try {
    // npm starts in the project's folder and keeps where it was called from.
    return readFileSync(resolve(process.env.INIT_CWD ?? '.', file))
  } catch {
    return undefined
  }
}
