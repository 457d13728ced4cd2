/// <reference path="./pdf-image-decoders.d.ts" />
import { decode } from 'fast-png'
// The decoder of the reader that shows PDFs; it has no types of its own.
import { JpegImage } from 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs'

export type PictureType = 'image/png' | 'image/jpeg'

/** Whether a picture can be decoded to its last line. A cut one would show grey where its bytes end. */
export function openPicture(bytes: Uint8Array, mediaType: PictureType): boolean {
  try {
    if (mediaType === 'image/jpeg') return isWholeJpeg(bytes)
    decode(bytes, { checkCrc: true })
    return true
  } catch {
    return false
  }
}

// It decodes what there is of a cut picture, and says on the console that the end came too early.
const cutShort = /EOI marker/

function isWholeJpeg(bytes: Uint8Array): boolean {
  const { warn } = console
  let isCut = false
  console.warn = (said: unknown) => {
    isCut ||= cutShort.test(String(said))
  }
  try {
    new JpegImage().parse(bytes)
    return !isCut
  } finally {
    console.warn = warn
  }
}
