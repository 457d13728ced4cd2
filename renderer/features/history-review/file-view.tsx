import { lazy, Suspense, useEffect, useState } from 'react'
import { encodingOfText, type MediaType } from '#domain/documents/file-kinds.ts'
import { Banner } from '../../ui/banner.tsx'
import { Loading } from '../../ui/loading.tsx'
import { fetchFile } from './send-file.ts'
import type { ContentView } from './view.ts'

const PdfPages = lazy(() => import('../../ui/pdf-pages.tsx'))

interface FileViewProps {
  content: ContentView
  /** Hears each page that came into view, and of how many. */
  onSeen?: (page: number, of: number) => void
}

/** The attached file as it was received. It is shown from memory and never lies in a file outside the record. */
export function FileView({ content, onSeen }: FileViewProps) {
  const { receivedId, version, mediaType } = content
  const [bytes, setBytes] = useState<Uint8Array>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let left = false
    setBytes(undefined)
    setFailed(false)
    fetchFile(receivedId, version)
      .catch(() => undefined)
      .then((whole) => {
        if (left) return
        if (whole) setBytes(whole)
        else setFailed(true)
      })
    return () => {
      left = true
    }
  }, [receivedId, version])
  if (failed)
    return (
      <Banner
        title="The file cannot be read. Tell the administrator: it may have to be brought back from a backup"
        tone="danger"
      />
    )
  if (!bytes || mediaType === null) return <Loading what="file" />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard
    <section className="history-file" aria-label="The file, to be read" tabIndex={0}>
      <FileContent bytes={bytes} mediaType={mediaType} title={content.title} onSeen={onSeen} />
    </section>
  )
}

interface ContentProps {
  bytes: Uint8Array
  mediaType: MediaType
  title: string
  onSeen?: FileViewProps['onSeen']
}

/** What a file holds: the pages of a PDF, a picture, or text. */
export function FileContent({ bytes, mediaType, title, onSeen }: ContentProps) {
  const isOnePage = mediaType !== 'application/pdf'
  useEffect(() => {
    if (isOnePage) onSeen?.(1, 1)
  }, [isOnePage, onSeen])
  switch (mediaType) {
    case 'application/pdf':
      return (
        <Suspense fallback={<Loading what="pages" />}>
          <PdfPages bytes={bytes} {...(onSeen ? { onSeen } : {})} />
        </Suspense>
      )
    case 'text/plain':
      return (
        <pre className="history-file__text" dir="auto">
          {new TextDecoder(encodingOfText(bytes)).decode(bytes)}
        </pre>
      )
    default:
      return <Picture bytes={bytes} mediaType={mediaType} title={title} />
  }
}

function Picture({ bytes, mediaType, title }: ContentProps) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaType }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, mediaType])
  return url ? <img className="history-file__picture" src={url} alt={`Picture: ${title}`} /> : null
}
