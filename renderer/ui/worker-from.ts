interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL: (address: string) => string }
}

const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes

/** Only our own files, as the build placed them, ever become a script (the page requires trusted types). */
const policy = types?.createPolicy('own-files', {
  createScriptURL(address) {
    if (new URL(address, location.href).origin !== location.origin)
      throw new TypeError('Not one of our own files')
    return address
  },
})

/** A module worker from one of our own built files. */
export const workerFrom = (address: string): Worker =>
  new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module' })
