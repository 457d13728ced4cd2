import { strFromU8 } from 'fflate/browser'
import { fingerprintText } from '../../shared/fingerprint.ts'
import {
  buildContainer,
  firstDifference,
  manifestPath,
  openContainer,
  type PackFiles,
  signaturePath,
} from './container.ts'
import { compareFiles, type Finding } from './findings.ts'
import { type ListedFile, type Manifest, type PackKey, readManifest } from './manifest.ts'

/** What the place gives that verifies: the app, the command line, or a browser. */
export interface VerifyTools {
  /** The bytes of base64; none where it is no base64. */
  bytesOf(base64: string): Uint8Array
  /** In hexadecimal. */
  sha256(bytes: Uint8Array): Promise<string> | string
  /** Whether the pair of this public key signed these bytes; null where this place cannot tell. */
  isSignedBy(
    publicKey: string,
    bytes: Uint8Array,
    signature: string,
  ): Promise<boolean | null> | boolean | null
}

/** What became of a pack. */
export interface PackCheck {
  /** Nothing was changed, missing or added, and the signature fits the key that the pack names. */
  whole: boolean
  /** False where this place cannot check Ed25519: then nothing is said of the signature, and the pack is not whole. */
  signatureChecked: boolean
  findings: Finding[]
  /** What the pack says that it is; null where it does not say. */
  manifest: Manifest | null
  /**
   * Of the key that signed, and before it those that it follows from by an unbroken row of signatures. Whoever
   * knows one of them from the unit itself knows that the unit signed.
   */
  fingerprints: string[]
}

const nothing = (finding: Finding, manifest: Manifest | null = null): PackCheck => ({
  whole: false,
  signatureChecked: true,
  findings: [finding],
  manifest,
  fingerprints: [],
})

/** Verifies a pack to the last byte: every file, the signature, and the ZIP around them. */
export async function verifyPack(bytes: Uint8Array, tools: VerifyTools): Promise<PackCheck> {
  const files = openContainer(bytes)
  if (!files || files.size === 0) return nothing({ path: '', what: 'no-pack' })
  const manifestBytes = files.get(manifestPath)
  if (!manifestBytes)
    return nothing({
      path: files.has(signaturePath) ? manifestPath : '',
      what: files.has(signaturePath) ? 'missing' : 'no-pack',
    })
  const manifest = readManifest(manifestBytes)
  if (!manifest) return nothing({ path: manifestPath, what: 'changed' })
  const signed = await isSigned(manifest, manifestBytes, files, tools)
  const findings = [
    ...(files.has(signaturePath)
      ? []
      : [{ path: signaturePath, what: 'missing' } satisfies Finding]),
    ...(files.has(signaturePath) && signed === false
      ? [{ path: manifestPath, what: 'signature' } satisfies Finding]
      : []),
    ...compareFiles(manifest.files, await listFiles(files, tools)),
  ]
  const differsAt = firstDifference(bytes, buildContainer(files))
  if (findings.length === 0 && differsAt !== undefined)
    findings.push({ path: '', what: 'container', found: differsAt })
  return {
    whole: findings.length === 0 && signed === true,
    signatureChecked: signed !== null,
    findings,
    manifest,
    fingerprints: signed ? await fingerprintsOf(manifest.keys, tools) : [],
  }
}

async function isSigned(
  { keys }: Manifest,
  bytes: Uint8Array,
  files: PackFiles,
  tools: VerifyTools,
): Promise<boolean | null> {
  const signature = files.get(signaturePath)
  const key = keys.at(-1)
  if (!signature || !key) return false
  const text = strFromU8(signature)
  // One form alone: a line end more would be a changed byte that nobody names.
  if (!/^[A-Za-z0-9+/]{86}==\n$/.test(text)) return false
  return tools.isSignedBy(key.publicKey, bytes, text.trim())
}

async function listFiles(files: PackFiles, tools: VerifyTools): Promise<ListedFile[]> {
  const listed: ListedFile[] = []
  for (const [path, content] of files)
    if (path !== manifestPath && path !== signaturePath)
      listed.push({ path, bytes: content.length, sha256: await tools.sha256(content) })
  return listed
}

/** The signing key first, then those before it as far as each signed the next. */
async function fingerprintsOf(keys: readonly PackKey[], tools: VerifyTools): Promise<string[]> {
  const found: string[] = []
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const key = keys[at]
    if (!key) break
    found.push(fingerprintText(await tools.sha256(tools.bytesOf(key.publicKey))))
    const before = keys[at - 1]
    const follows =
      before &&
      key.signedByPrevious !== null &&
      (await tools.isSignedBy(before.publicKey, tools.bytesOf(key.publicKey), key.signedByPrevious))
    if (!follows) break
  }
  return found
}
