import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bundleViewer, viewerScriptFile } from '../../build/bundle-viewer.ts'

it('the viewer of a pack is made from its sources as they are: else run `node build/bundle-viewer.ts`', async () => {
  expect(await bundleViewer()).toBe(readFileSync(viewerScriptFile, 'utf8'))
})
