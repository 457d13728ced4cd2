import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type RenderTask,
} from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { Banner } from './banner.tsx'
import { Loading } from './loading.tsx'
import { workerFrom } from './worker-from.ts'

interface PdfPagesProps {
  bytes: Uint8Array
  /** Hears each page that came into view, and of how many. */
  onSeen?: (page: number, of: number) => void
}

/** The pages of a PDF, drawn one below the other as they come into view. */
export default function PdfPages({ bytes, onSeen }: PdfPagesProps) {
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    GlobalWorkerOptions.workerPort ??= workerFrom(workerAddress)
    // The reader takes the bytes for itself, so it gets its own copy.
    const task = getDocument({ data: bytes.slice(), useWasm: false, useWorkerFetch: false })
    task.promise.then(setPdf, () => setFailed(true))
    return () => void task.destroy()
  }, [bytes])
  if (failed)
    return <Banner title="The pages cannot be shown here. Save the PDF instead" tone="warning" />
  if (!pdf) return <Loading what="pages" />
  return (
    <div className="app-pdf">
      {pageNumbers(pdf).map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} onSeen={onSeen} />
      ))}
    </div>
  )
}

const pageNumbers = ({ numPages }: PDFDocumentProxy) =>
  Array.from({ length: numPages }, (_, index) => index + 1)

const scale = 1.4
/** So much of a page in view is a page that is before the reader's eyes. */
const seenShare = 0.25

interface PdfPageProps {
  pdf: PDFDocumentProxy
  number: number
  onSeen: PdfPagesProps['onSeen']
}

function PdfPage({ pdf, number, onSeen }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const told = useRef(onSeen)
  told.current = onSeen
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ intersectionRatio }) => intersectionRatio >= seenShare)) return
        watcher.disconnect()
        told.current?.(number, pdf.numPages)
      },
      { threshold: seenShare },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [pdf, number])
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let task: RenderTask | undefined
    const draw = async () => {
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale })
      element.width = viewport.width
      element.height = viewport.height
      task = page.render({ canvas: element, viewport })
      // A page that scrolls away or a report that is left stops its drawing.
      await task.promise.catch(() => undefined)
    }
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        watcher.disconnect()
        void draw()
      },
      { rootMargin: '800px' },
    )
    watcher.observe(element)
    return () => {
      watcher.disconnect()
      task?.cancel()
    }
  }, [pdf, number])
  return (
    <canvas
      ref={canvas}
      className="app-pdf__page"
      role="img"
      aria-label={`Page ${number} of ${pdf.numPages}`}
    />
  )
}
