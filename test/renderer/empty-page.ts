import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'

// Run before every file of screen tests: the files of one worker share their modules and their page.

// jsdom has no layout: it only complains when a page is scrolled.
window.scrollTo = () => undefined

// A busy machine may take longer than a second to answer: that is no fault of the screen.
configure({ asyncUtilTimeout: 5000 })

// The NHS components refuse to start in a page that does not say it supports them, as index.html does.
beforeEach(() => {
  document.body.className = 'js-enabled nhsuk-frontend-supported'
})
afterEach(() => cleanup())
