import type { AnyReport } from '#domain/assurance/any-report.ts'
import { buildContainer, manifestPath, signaturePath } from '#domain/assurance/pack/container.ts'
import type { PackKey } from '#domain/assurance/pack/manifest.ts'
import { makePackFiles } from '../../../electron/features/assurance/pack/make-files.ts'
import {
  newSigningPair,
  type SigningPair,
  signWith,
} from '../../../electron/platform/store/signing-pair.ts'

/** Signs the manifest of these files anew, as the holder of a private key could. */
export function sign(files: Map<string, Uint8Array>, { privateKey }: SigningPair) {
  const manifest = files.get(manifestPath) ?? new Uint8Array()
  files.set(signaturePath, new TextEncoder().encode(`${signWith(privateKey, manifest)}\n`))
  return files
}

/** The files of a pack of this report, signed by these pairs in their order. */
export async function samplePack(model: AnyReport, pairs: readonly SigningPair[]) {
  const keys = pairs.map((pair, index): PackKey => {
    const before = pairs[index - 1]
    return {
      publicKey: pair.publicKey,
      signedByPrevious: before
        ? signWith(before.privateKey, Buffer.from(pair.publicKey, 'base64'))
        : null,
    }
  })
  const last = pairs.at(-1) ?? newSigningPair()
  return sign(await makePackFiles(model, keys), last)
}

export const zipOf = (files: ReadonlyMap<string, Uint8Array>) => buildContainer(files)
