/** The part of package-lock.json that is read here. */
export interface LockFile {
  packages: Record<
    string,
    {
      version?: string
      cpu?: string[]
      os?: string[]
      libc?: string[]
      optional?: boolean
      optionalDependencies?: Record<string, string>
    }
  >
}

export interface MissingPackage {
  path: string
  name: string
  version: string
}

/**
 * Optional packages that a package of the lock asks for in an exact version and that the lock does not
 * have: one is enough for `npm ci` to refuse the lock.
 */
export function missingPackages(lock: LockFile): MissingPackage[] {
  const missing = new Map<string, MissingPackage>()
  for (const [path, { optionalDependencies }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      const nested = path === '' ? undefined : lock.packages[`${path}/node_modules/${name}`]
      const place = `node_modules/${name}`
      if (nested || lock.packages[place]) continue
      missing.set(place, { path: place, name, version })
    }
  }
  return [...missing.values()]
}
