import { overdueOnLockScreen } from './features/board/lock-screen.ts'
import { bedsOnLockScreen } from './features/stays/lock-screen.ts'
import { runningOnLockScreen } from './features/unwell-baby/lock-screen.ts'
import { pressedOnLockScreen } from './features/unwell-baby/pressed.ts'
import type { LockScreenProvider } from './platform/lock-screen.ts'

/** Each feature that has something to show while nobody is signed in (decision 5). */
export const lockScreenProviders: readonly LockScreenProvider[] = [
  bedsOnLockScreen,
  pressedOnLockScreen,
  runningOnLockScreen,
  overdueOnLockScreen,
]
