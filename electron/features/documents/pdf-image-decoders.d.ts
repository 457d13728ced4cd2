declare module 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    /** Decodes; throws where it cannot. */
    parse(bytes: Uint8Array): void
  }
}
