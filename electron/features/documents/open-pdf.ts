// The reader of files looks for its other half here, so that nothing is loaded from beside it.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Whether a file opens as a PDF. `locked`: only with a password. */
export type PdfOpening = 'opens' | 'locked' | 'broken'

/** Opens a PDF as the viewer of the app does, up to its first page. Takes the bytes for itself. */
export async function openPdf(bytes: Uint8Array): Promise<PdfOpening> {
  const task = getDocument({
    data: bytes,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await task.promise
    await pdf.getPage(1)
    return 'opens'
  } catch (error) {
    return error instanceof PasswordException ? 'locked' : 'broken'
  } finally {
    await task.destroy()
  }
}
