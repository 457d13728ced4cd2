import type { PewsContent } from '#domain/unwell-baby/pews-content.ts'
import { type SignCode, signs } from '#domain/unwell-baby/signs.ts'

/** From where to where the national chart scores nothing, for each sign that it scores. */
export function unscoredBands({
  parameters,
}: Pick<PewsContent, 'parameters'>): Partial<Record<SignCode, readonly [number, number]>> {
  const bands: Partial<Record<SignCode, readonly [number, number]>> = {}
  for (const { sign, bands: all } of parameters) {
    const index = all.findIndex(({ score }) => score === 0)
    const band = all[index]
    if (!band) continue
    const before = all[index - 1]
    const [lowest, highest] = signs[sign].possible
    const low = before?.below ?? before?.atMost ?? lowest
    bands[sign] = [low, band.atMost ?? band.below ?? highest]
  }
  return bands
}
