import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests that put a stand-in in the place of a module: each needs modules of its own. */
const WITH_STAND_INS = [
  'test/renderer/app/alarm.test.tsx',
  'test/electron/platform/{window,files,security}.test.ts',
]

export default defineConfig({
  test: {
    // Half as many again as there are cores: journeys and processes that are killed wait most of their time.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    globalSetup: ['test/support/folder-of-the-run.ts'],
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Modules are read once for all files of a worker: half of the time went into reading them anew.
          isolate: false,
          include: ['test/{domain,electron,drizzle,guards,migrations,build}/**/*.test.ts'],
          exclude: WITH_STAND_INS,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'screen',
          environment: 'jsdom',
          isolate: false,
          include: ['test/renderer/**/*.test.tsx'],
          exclude: WITH_STAND_INS,
          setupFiles: ['test/renderer/empty-page.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'stand-ins',
          environment: 'node',
          include: WITH_STAND_INS,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'journey',
          environment: 'node',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
