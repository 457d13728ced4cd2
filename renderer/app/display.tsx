import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useDrafts } from '../ui/form/drafts.tsx'

export const themes = { system: 'As the computer', light: 'Light', dark: 'Dark' } as const
export const textSizes = { normal: 'Normal', large: 'Large', largest: 'Largest' } as const

export interface Display {
  theme: keyof typeof themes
  textSize: keyof typeof textSizes
}

const usual: Display = { theme: 'system', textSize: 'normal' }
const savedAs = 'display'

interface DisplaySetting {
  display: Display
  change: (display: Display) => void
}

const DisplayContext = createContext<DisplaySetting>({ display: usual, change: () => undefined })

/** Theme and text size of this person, kept with their drafts: it is nobody's record. */
export function DisplayProvider({ children }: { children: ReactNode }) {
  const drafts = useDrafts()
  const [display, setDisplay] = useState(usual)
  useEffect(() => {
    drafts?.load(savedAs).then(
      (kept) => setDisplay(displayOf(kept)),
      () => undefined,
    )
    return () => setDisplay(usual)
  }, [drafts])
  useApplied(display)
  const change = (next: Display) => {
    setDisplay(next)
    drafts?.save(savedAs, next).catch(() => undefined)
  }
  return <DisplayContext value={{ display, change }}>{children}</DisplayContext>
}

export const useDisplay = () => useContext(DisplayContext)

/** Only what is in the lists; anything else is as usual. */
function displayOf(kept: unknown): Display {
  const { theme, textSize } = { ...(typeof kept === 'object' ? kept : {}) } as Partial<Display>
  return {
    theme: theme && theme in themes ? theme : usual.theme,
    textSize: textSize && textSize in textSizes ? textSize : usual.textSize,
  }
}

/**
 * Puts the display on the page's root, where the tokens look for it, and takes it off again: after a lock
 * the page is as usual for whoever comes next.
 */
export function useApplied({ theme, textSize }: Display = usual) {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.textSize = textSize
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    }
    apply()
    dark.addEventListener('change', apply)
    return () => {
      dark.removeEventListener('change', apply)
      dataset.textSize = usual.textSize
      dataset.theme = dark.matches ? 'dark' : 'light'
    }
  }, [theme, textSize])
}
