import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How the host was asked to run; set once, before the app's main process is loaded. */
export interface HostSettings {
  /** True: no window; the page is reached over the debugging port. */
  headless: boolean
  size: { width: number; height: number } | undefined
  /** Where a saved or printed file goes when no test says otherwise. */
  downloads: string
  /** Told when the first page is there, with the address to attach to in headless mode. */
  onReady: (endpoint: string | undefined) => void
  /** One line for the person at the terminal. */
  say: (line: string) => void
}

export const settings: HostSettings = {
  headless: true,
  size: undefined,
  downloads: join(tmpdir(), 'mbu-assurance-downloads'),
  onReady: () => {},
  say: () => {},
}

/** What the next file dialogs answer, set by a journey; undefined: as the host itself would. */
export const dialogAnswers: { save: (string | null)[]; open: (string | null)[] } = {
  save: [],
  open: [],
}
