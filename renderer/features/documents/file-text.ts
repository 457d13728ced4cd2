import { type MediaType, mediaTypeLabels } from '#domain/documents/file-kinds.ts'

/** A file in words: "PDF, 2.4 MB". */
export function fileText(mediaType: MediaType, bytes: number | null): string {
  const label = mediaTypeLabels[mediaType]
  const kind = label.charAt(0).toUpperCase() + label.slice(1)
  if (bytes === null) return kind
  const size =
    bytes < 1_048_576
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`
  return `${kind}, ${size}`
}
