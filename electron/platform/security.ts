import {
  type App,
  type Protocol,
  type Session,
  session as sessions,
  type WebContents,
} from 'electron'
import { testBuild } from './build-flags.ts'
import { isOurs, SCHEME } from './origin.ts'

/** Kept in memory alone: a partition whose name did not say so would leave history and caches on the disk. */
const PARTITION = 'mbu'

/** Switches of the engine that would open a side door into a page; only a test build keeps them. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'disable-web-security',
  'disable-site-isolation-trials',
  'load-extension',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'host-resolver-rules',
  'log-net-log',
  'js-flags',
]

/** Before the app is ready: every page sandboxed, our scheme a proper secure origin. */
export function secureEngine(app: App, protocol: Protocol): void {
  app.enableSandbox()
  if (!testBuild) for (const name of REFUSED_SWITCHES) app.commandLine.removeSwitch(name)
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true } },
  ])
  app.on('web-contents-created', (_event, contents) => secureContents(contents))
}

/** The one session: serves our pages, and refuses the network, every permission, device and download. */
export function secureSession(pages: (request: Request) => Promise<Response>): Session {
  const session = sessions.fromPartition(PARTITION, { cache: false })
  session.protocol.handle(SCHEME, pages)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !(isOurs(details.url) || isOwnBlob(details.url)) })
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  for (const name of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    // The three events differ only in what they would choose from; nothing is ever chosen.
    session.on(name as 'select-hid-device', (event) => event.preventDefault())
  }
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL(`${SCHEME}://none/`)
  return session
}

/** Wipes what the engine may have kept of pages: at lock and at the end. */
export async function wipeSession(session: Session): Promise<void> {
  await session.clearStorageData()
  await session.clearCache()
  await session.clearAuthCache()
}

function secureContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function isOwnBlob(address: string): boolean {
  return address.startsWith('blob:') && isOurs(address.slice('blob:'.length))
}
