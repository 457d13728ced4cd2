import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

/** Each screen test begins with an empty page: files share one registry of modules, so this is said for each. */
afterEach(() => {
  cleanup()
})
