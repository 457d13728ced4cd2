import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, ipcMain, powerMonitor, protocol } from 'electron'
import { openBridge } from './platform/bridge.ts'
import { testBuild } from './platform/build-flags.ts'
import { makeConnections } from './platform/connections.ts'
import { openLocalDoor } from './platform/local-door/server.ts'
import { changedNatives } from './platform/natives.ts'
import { followPower } from './platform/power.ts'
import { servePages } from './platform/protocol.ts'
import { secureEngine, secureSession, wipeSession } from './platform/security.ts'
import { startOptions } from './platform/start-options.ts'
import { startStoreWorker } from './platform/store-worker-client.ts'
import { followTestControls } from './platform/test-controls.ts'
import { openWindow } from './platform/window.ts'
import { makeWindows } from './platform/windows.ts'

/** How long the store may take to close before the app ends without it; it is safe either way. */
const CLOSING_PATIENCE_MS = 5_000

const built = import.meta.dirname
const options = startOptions(process.argv.slice(1), {
  platform: process.platform,
  env: process.env,
  userData: app.getPath('userData'),
})
app.setPath('userData', options.profile)
secureEngine(app, protocol)

if (options.commandLine) void app.whenReady().then(runOneCommand)
else if (app.requestSingleInstanceLock()) void app.whenReady().then(open)
else app.quit()

/** In an installer the command line is the app itself with --cli: no window, no second store (decision 6). */
async function runOneCommand(): Promise<void> {
  const { commandLineOf, runCommand } = await import('./command-line.ts')
  const words = process.argv.slice(process.argv.indexOf('--cli') + 1)
  const line = commandLineOf(words, options.folder)
  app.exit(await runCommand({ ...line, migrationsFolder: join(built, 'migrations') }))
}

async function open(): Promise<void> {
  if (app.isPackaged && isTampered()) return app.exit(1)
  const pages = readJson(join(built, '../pages.json'))
  const session = secureSession(servePages(join(built, '../renderer'), pages))
  const connections = makeConnections({
    onOpened: (connection) => worker.tell({ kind: 'opened', connection }),
    onClosed: (connection) => worker.tell({ kind: 'closed', connection }),
  })
  const worker = startStoreWorker(
    join(built, 'worker.js'),
    {
      folder: options.folder,
      example: options.example,
      migrationsFolder: join(built, 'migrations'),
      ...(testBuild && options.clock !== undefined ? { clock: options.clock } : {}),
    },
    {
      onEvent: (event, connection) => {
        connections.send(event, connection)
        if (event.kind === 'locked') void wipeSession(session)
      },
      onRestart: () => {
        for (const connection of connections.all()) {
          connections.send({ kind: 'locked', connection, why: 'closed' }, connection)
        }
        connections.renew()
      },
    },
  )
  const windows = makeWindows(() =>
    openWindow(join(built, '../preload/preload.cjs'), session, connections.add),
  )
  openBridge(ipcMain, connections, worker, windows.open)
  const localDoor = openLocalDoor(options.folder, {
    call: worker.call,
    opened: (connection) => worker.tell({ kind: 'opened', connection }),
    closed: (connection) => worker.tell({ kind: 'closed', connection }),
  })
  followPower(powerMonitor, connections, worker)
  if (testBuild) followTestControls(worker)
  await windows.open()
  app.on('second-instance', () => void windows.show())
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    event.preventDefault()
    localDoor.close()
    void Promise.all([worker.shutDown(CLOSING_PATIENCE_MS), wipeSession(session)]).finally(() =>
      app.exit(0),
    )
  })
}

/** Native files are checked against the list in the archive before anything loads one. */
function isTampered(): boolean {
  const changed = changedNatives(app.getAppPath(), readJson(join(built, '../natives.json')))
  if (changed.length === 0) return false
  dialog.showErrorBox(
    'MBU Assurance does not start',
    'A part of the app is not as it was installed. Ask for it to be installed again. The records are kept.',
  )
  return true
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
