import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')

/** Where the script of a pack's viewer lies as text, so that whatever makes a pack carries it. */
export const viewerScriptFile = join(root, 'electron/features/assurance/pack/viewer-script.ts')

/** The script of the viewer from its sources in renderer/viewer, as the module that holds it. */
export async function bundleViewer(): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      // Rules that the page does not use come with checks of shapes that it does not need.
      rolldownOptions: {
        treeshake: { moduleSideEffects: false, propertyReadSideEffects: false },
      },
      lib: { entry: join(root, 'renderer/viewer/main.ts'), formats: ['iife'], name: 'viewer' },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('The viewer was not built')
  // What would end the element that holds it on the page.
  const script = chunk.code.trim().replaceAll('</script', '<\\/script')
  return `// Made from renderer/viewer by \`node build/bundle-viewer.ts\`: change it there. A test holds the two together.
export const viewerScript =
  ${JSON.stringify(script)}
`
}

if (import.meta.main) writeFileSync(viewerScriptFile, await bundleViewer())
