/**
 * Run by hand after `npm install`: writes into package-lock.json the packages for other kinds of machine
 * that npm left out because the registry in reach does not carry them. Without them `npm ci` refuses the
 * whole lock, on every machine. Each gets its exact version and the machine that its name states, and no
 * hash: where it is wanted, npm takes it from the registry by that version.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LockFile, missingPackages } from './missing-packages.ts'

const file = join(import.meta.dirname, '../../package-lock.json')
const lock: LockFile = JSON.parse(readFileSync(file, 'utf8'))

const OPERATING_SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'x64', 'ppc64', 'riscv64', 's390x']
const LIBRARIES = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl' } as const

for (const { path, name, version } of missingPackages(lock)) {
  const words = name.split(/[/-]/)
  const os = OPERATING_SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  if (!os || !cpu) throw new Error(`${name} does not say for which machine it is`)
  const library = Object.entries(LIBRARIES).find(([word]) => words.includes(word))?.[1]
  lock.packages[path] = {
    version,
    cpu: [cpu],
    ...(os === 'linux' && library ? { libc: [library] } : {}),
    optional: true,
    os: [os],
  }
  process.stdout.write(`added ${name} ${version} (${os} ${cpu})\n`)
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)),
)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
