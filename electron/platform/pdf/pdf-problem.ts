/**
 * Why there is no PDF. The compiler's own message is left out on purpose: it quotes what was to be printed,
 * and messages reach the log.
 */
export class PdfProblem extends Error {
  override name = 'PdfProblem'
}
