import type { Page } from 'playwright-core'

/** How a journey opens the app. */
export interface OpenOptions {
  /** The unit's folder; one that does not exist yet shows first run. */
  folder: string
  /** Where the clock starts (an instant); the machine's own time otherwise. */
  clock?: string
  size?: { width: number; height: number }
  /** Opens the example unit. */
  example?: boolean
}

/** The running app, the same for every host that can run it. */
export interface RunningApp {
  /** Which host this is, for reports. */
  readonly host: 'chromium-host' | 'electron'
  /** The page now; another one after `restart()`. */
  readonly page: Page
  /** The address that our own pages have in this host. */
  readonly origin: string
  setClock(now: string): Promise<void>
  /** What the next save dialogs answer, in order; null is cancel. */
  answerSave(...paths: (string | null)[]): Promise<void>
  /** What the next open dialogs answer, in order; null is cancel. */
  answerOpen(...paths: (string | null)[]): Promise<void>
  /** What the computer does. */
  power(event: 'suspend' | 'resume' | 'lock-screen'): Promise<void>
  /** Loads the page anew, as the app itself would; nobody is signed in after it. */
  reload(): Promise<void>
  /** Ends the app as its user would and opens it again on the same folder. */
  restart(): Promise<void>
  /** Ends the process at once, as a power cut would, and leaves the folder as it was. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** One host's way of running the built app. */
export interface AppDriver {
  readonly name: RunningApp['host']
  /** Why this host cannot run here, or undefined when it can. */
  missing(): string | undefined
  open(options: OpenOptions): Promise<RunningApp>
}
