import { createContext, type ReactNode, useContext } from 'react'

/** Where forms keep what was typed and not yet saved. */
export interface Drafts {
  load(form: string): Promise<unknown>
  save(form: string, typed: unknown): Promise<void>
  clear(form: string): Promise<void>
}

const DraftsContext = createContext<Drafts | undefined>(undefined)

export function DraftsProvider({ drafts, children }: { drafts: Drafts; children: ReactNode }) {
  return <DraftsContext value={drafts}>{children}</DraftsContext>
}

/** The store of drafts; undefined before the sign-in, where nothing is kept. */
export const useDrafts = () => useContext(DraftsContext)
