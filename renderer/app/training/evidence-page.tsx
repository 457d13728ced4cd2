import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MediaType } from '#domain/documents/file-kinds.ts'
import { act, read, useRead } from '../../api.ts'
import { wholeFile } from '../../features/documents/send-file.ts'
import { FileContent } from '../../features/history-review/file-view.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shown } from '../../ui/shown.tsx'
import { Ready } from '../reading.tsx'

interface Loaded {
  bytes: Uint8Array
  mediaType: MediaType
}

/** The file behind a certificate. It is shown from memory and never lies outside the record. */
export function EvidencePage() {
  const { staffId, certificateId } = useParams({
    from: '/people/training/staff/$staffId/$certificateId/file',
  })
  const view = useRead(read.training.person.queryOptions({ staffId }))
  return (
    <div className="app-main app-main--wide">
      <Ready reading={view} what="certificate">
        {(value) => {
          const one = value.certificates.find(({ id }) => id === certificateId)
          return (
            <>
              <PageHeader
                title={one ? <Shown>{one.course}</Shown> : 'Certificate'}
                under={<Shown>{value.person.name}</Shown>}
                back={
                  <Link
                    to="/people/training/staff/$staffId"
                    params={{ staffId }}
                    className="nhsuk-back-link"
                  >
                    Back to this person’s training
                  </Link>
                }
              />
              {one?.hasFile ? (
                <EvidenceFile certificateId={one.id} version={one.version} title={one.course} />
              ) : (
                <Banner title="No file is attached to this certificate" tone="warning" />
              )}
              {one?.evidenceHash && <p className="training-hash">SHA-256 {one.evidenceHash}</p>}
            </>
          )
        }}
      </Ready>
    </div>
  )
}

interface EvidenceFileProps {
  certificateId: string
  version: number
  title: string
}

function EvidenceFile({ certificateId, version, title }: EvidenceFileProps) {
  const [shown, show] = useState<Loaded | 'failed'>()
  useEffect(() => {
    let left = false
    show(undefined)
    fetchEvidence(certificateId, version)
      .catch(() => undefined)
      .then((file) => {
        if (!left) show(file ?? 'failed')
      })
    return () => {
      left = true
    }
  }, [certificateId, version])
  if (shown === undefined) return <Loading what="file" />
  if (shown === 'failed')
    return (
      <Banner
        title="The file cannot be read. Tell the administrator: it may have to be brought back from a backup"
        tone="danger"
      />
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard
    <section className="history-file" aria-label="The certificate" tabIndex={0}>
      <FileContent bytes={shown.bytes} mediaType={shown.mediaType} title={title} />
    </section>
  )
}

async function fetchEvidence(certificateId: string, version: number) {
  let mediaType: MediaType | undefined
  const bytes = await wholeFile(async (part) => {
    const reply = await act.training.evidence.query({ certificateId, version, part })
    if (reply.ok) mediaType ??= reply.value.mediaType
    return reply
  })
  return bytes && mediaType ? { bytes, mediaType } : undefined
}
