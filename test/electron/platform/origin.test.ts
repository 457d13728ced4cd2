import { describe, expect, test } from 'vitest'
import { isOurs, START_PAGE } from '../../../electron/platform/origin.ts'

describe('An address is ours', () => {
  test.each([START_PAGE, 'app://mbu/assets/x.js', 'app://mbu/index.html#top'])('%s', (address) => {
    expect(isOurs(address)).toBe(true)
  })
})

describe('An address is not ours', () => {
  test.each([
    'app://mbu.example.org/index.html',
    'app://mbu@example.org/index.html',
    'app://someone@mbu/index.html',
    'app://mbu:80/index.html',
    'app:mbu/index.html',
    'https://mbu/index.html',
    'file:///app://mbu/index.html',
    'data:text/html,app://mbu/',
    'about:blank',
    '',
  ])('%s', (address) => {
    expect(isOurs(address)).toBe(false)
  })
})
