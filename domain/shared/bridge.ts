import type { Answer, Call, WorkerEvent } from './wire.ts'

/** What a page has of the world outside itself: `window.bridge`, made by the preload and nowhere else. */
export interface Bridge {
  call(call: Call): Promise<Answer>
  /** Returns how to stop listening. */
  onEvent(listener: (event: WorkerEvent) => void): () => void
  /** Asks the person where to save. The name is a proposal. */
  saveFile(name: string, bytes: Uint8Array): Promise<'saved' | 'cancelled'>
  /** Asks the person for one file with one of the endings (`['pdf', 'csv']`); null when they cancel. */
  openFile(endings: string[]): Promise<{ name: string; bytes: Uint8Array } | null>
  /** Asks the person for a folder on this computer or a share; null when they cancel. It gives the path alone. */
  chooseFolder(): Promise<string | null>
  /** Opens another window of the app, in which nobody is signed in. */
  openWindow(): Promise<void>
  print(): Promise<void>
}
