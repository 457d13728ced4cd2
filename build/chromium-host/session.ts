import { EventEmitter } from 'node:events'
import type {
  OnBeforeRequestListenerDetails,
  Protocol,
  Session,
  session as Sessions,
  WebRequest,
} from 'electron'
import type { BrowserContext, Request, Route } from 'playwright-core'
import { addScheme, toApp } from './address.ts'
import { standIn } from './stand-in.ts'
import { hostOf } from './web-contents.ts'

type BeforeRequest = (
  details: OnBeforeRequestListenerDetails,
  answer: (response: { cancel?: boolean }) => void,
) => void
type PermissionCheck = Parameters<Session['setPermissionCheckHandler']>[0]

interface HostSession {
  session: Session
  /** Puts a running browser under this session's rules. */
  govern(context: BrowserContext): Promise<void>
}

let made: HostSession | undefined

/** The one partition that a run of this host has. */
export function sessionInUse(): HostSession {
  if (!made) throw new Error('The app made no session')
  return made
}

export const session = standIn<typeof Sessions>('session', {
  fromPartition: (partition) => {
    if (partition.includes('persist')) throw new Error('This host keeps nothing on the disk')
    made ??= makeSession()
    return made.session
  },
})

function makeSession(): HostSession {
  const emitter = new EventEmitter()
  const handlers = new Map<string, Parameters<Protocol['handle']>[1]>()
  let beforeRequest: BeforeRequest | undefined
  let mayUse: PermissionCheck = null
  let governed: BrowserContext | undefined

  /** The order is Electron's: the page's navigation rules, the request rules, then the protocol. */
  async function decide(route: Route, request: Request): Promise<void> {
    const page = request.isNavigationRequest() ? request.frame().page() : undefined
    const host = page ? hostOf(page) : undefined
    if (page && !host?.mayNavigate(request)) return route.abort('aborted')
    if (await isCancelled(request)) return route.abort('blockedbyclient')
    const address = toApp(request.url())
    const handler = handlers.get(new URL(address).protocol.slice(0, -1))
    if (!handler) return route.abort('addressunreachable')
    const method = request.method()
    const response = await handler(
      new globalThis.Request(address, { method, headers: request.headers() }),
    )
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  function isCancelled(request: Request): Promise<boolean> {
    const listener = beforeRequest
    if (!listener) return Promise.resolve(false)
    const details = standIn<OnBeforeRequestListenerDetails>('OnBeforeRequestListenerDetails', {
      url: toApp(request.url()),
      method: request.method(),
    })
    return new Promise((resolve) => listener(details, (answer) => resolve(answer.cancel === true)))
  }

  /** Chromium then refuses by itself whatever else it would ask a person for. */
  async function refusePermissions(context: BrowserContext): Promise<void> {
    if (mayUse?.(null, 'unknown', '', { isMainFrame: true }) !== false) {
      throw new Error('The Chromium host runs only an app that grants no permission')
    }
    await context.grantPermissions([])
  }

  const session = standIn<Session>(
    'Session',
    {
      protocol: standIn<Protocol>('protocol', {
        handle: (scheme, handler) => {
          handlers.set(scheme, handler)
        },
      }),
      webRequest: standIn<WebRequest>('webRequest', {
        onBeforeRequest: (first: unknown, second?: unknown) => {
          beforeRequest = (second ?? first) as BeforeRequest
        },
      }),
      // Chromium is asked nothing: whatever the check handler below refuses is refused beforehand.
      setPermissionRequestHandler: () => {},
      setPermissionCheckHandler: (handler) => {
        mayUse = handler
      },
      setDevicePermissionHandler: () => {},
      setDisplayMediaRequestHandler: () => {},
      setSpellCheckerEnabled: () => {},
      setSpellCheckerDictionaryDownloadURL: () => {},
      clearStorageData: async () => {
        await governed?.clearCookies()
      },
      clearCache: async () => {},
      clearAuthCache: async () => {},
    },
    emitter,
  )

  return {
    session,
    govern: async (context) => {
      governed = context
      await context.route('**/*', decide)
      await refusePermissions(context)
    },
  }
}

/** The scheme registry that stands beside the sessions in Electron. */
export const protocol = standIn<Protocol>('protocol', {
  registerSchemesAsPrivileged: (schemes) => {
    for (const { scheme } of schemes) addScheme(scheme)
  },
})
