import { bytesOf } from './documents.ts'

const objects = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
]

/** A real PDF of one empty page, of about so many bytes; `inside` makes it another file than the next. */
export function pdfOf(bytes: number, inside = 'x'): Uint8Array {
  const least = pdfWith('').length
  return bytesOf(pdfWith(inside.repeat(Math.max(1, bytes - least))))
}

/** A PDF as its readers want it (ISO 32000-1, 7.5): objects, a table of where each begins, and where that is. */
function pdfWith(filling: string, trailer = ''): string {
  const all = [...objects, `<< /Length ${filling.length} >>\nstream\n${filling}\nendstream`]
  let text = '%PDF-1.7\n'
  const places = all.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`
  return text + table + end
}

/** Begins and ends like a PDF, and holds nothing of one. */
export const rubbishPdf = bytesOf(`%PDF-1.7\n${'x'.repeat(400)}\n%%EOF\n`)

/** A PDF that opens with a password alone (standard security handler, ISO 32000-1, 7.6.3). */
export const lockedPdf = bytesOf(
  pdfWith(
    'x',
    `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >> `,
  ),
)
