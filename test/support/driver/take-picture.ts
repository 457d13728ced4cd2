import type { RunningApp } from './app-driver.ts'

/**
 * A picture of each step, at both widths, for whoever looks at the screens by hand: only where `SHOTS`
 * names a folder for them.
 */
export async function takePicture({ page }: RunningApp, name: string): Promise<void> {
  const { SHOTS: folder } = process.env
  if (!folder) return
  for (const width of [1366, 1024]) {
    await page.setViewportSize({ width, height: 768 })
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}
