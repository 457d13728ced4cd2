import { Buffer } from 'node:buffer'
import { encode } from 'fast-png'

/** A real PNG of 40 by 30 points; `shade` makes it another file than the next. */
export const pngOf = (shade = 120): Uint8Array =>
  encode({
    width: 40,
    height: 30,
    channels: 1,
    depth: 8,
    data: Uint8Array.from({ length: 1200 }, (_, at) => (at * shade) % 251),
  })

/** A real JPEG of 48 by 48 points, all grey. */
export const jpeg: Uint8Array = Uint8Array.from(
  Buffer.from(
    [
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqM',
      'yP/L2u71////m8H////6/+b9//j/wAALCAAwADABAREA/8QAFwABAQEBAAAAAAAAAAAAAAAAAQIAA//EAC0QAAIBAgQF',
      'BAIBBQAAAAAAAAECEQMhABIxQSJRYXGBBBORoTKxI0KiwfDx/9oACAEBAAA/AOdH0yemf+QywIGRbt8Y6DMss5mGzVLw',
      'J2WeQ+o6YFUBVUDMsACQJiO/U/K4RmyFmIMi+awIOvaYkecAgMgAbOlkKwG00g623xbNVQBnq1MpHFFNVy+TH1iWUqCB',
      'dTB2AuYi23c4wUSCpObLF7E8hEcrx+8SAhQpkdnN80b/AHa/WesjFmQVJGfL9XvHzBOl7zjIsLIBdQCLQBrtNvgYPxWf',
      'bKDcwrQPFx3xggVQDkyNwh0EX6jf/dMazD8YYgggEcMHi6RuOumEKQMpUEAgQhNr6gdIY/HhzcYDQQV9wrFiNh2Ej7wU',
      'KQrU/drcSmyICQABbbtgr0h6cU6tHMoLZSsk8zOAJCpQkZgQzSLKO+2MFvIsWLflsGO/IwCcUWaSQApsYBNzJMT5YeMC',
      'mai6tClbf1r06jl074aRdDFKsoQX9uqIie/+DgWamWo7mqyiAWXKq99MFkUqoCqCBAgRy1113gWGBiEQZYafMX/c69fA',
      'OSDSgqomwGk9Otv1ruehAItxDWLtInWIvaL2745utQOFVoAsAG0/vxbZlYTGYLEkEk84uZ8HfBKU1DhpEZlIt3jkfq2B',
      '2ggBgDpBNtbWvA4h4JGHKKgUzMwAbGd+mgueZxLFBTNRpyGRG7xuSOs/8xLM4piu3pEFI6NkGOgAOVxHt1DBWPxJBuPv',
      'H//Z',
    ].join(''),
    'base64',
  ),
)

/** The first bytes of a file, and the mark of its end: what a copy that broke off and was closed looks like. */
export const brokenOff = (content: Uint8Array, kept: number, end: number): Uint8Array =>
  Uint8Array.from([...content.slice(0, kept), ...content.slice(-end)])
