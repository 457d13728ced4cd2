import { readingInput } from '#domain/documents/reading.ts'
import {
  act,
  command,
  query,
  router,
  signedCommand,
  twoPersonCommand,
} from '../../platform/serve.ts'
import { startFile, takePart } from './attachments.ts'
import {
  askForDocument,
  chaseDocument,
  closeDocument,
  expectDocument,
  expectMissing,
  reopenDocument,
} from './expect-service.ts'
import { openDocument } from './opened.ts'
import { nameReader } from './readers.ts'
import { logReading } from './reading-service.ts'
import {
  correctReceived,
  receiveDocument,
  withdrawReceived,
  withdrawReceivedByTwo,
} from './receive-service.ts'
import { documentView, peopleOfView, registerView } from './register.ts'
import {
  askInput,
  chaseInput,
  closeInput,
  correctInput,
  documentInput,
  expectInput,
  fileInput,
  filePartInput,
  namedReaderInput,
  openInput,
  receivedInput,
  registerInput,
  reopenInput,
  signInput,
  standInInput,
  startFileInput,
  withdrawInput,
} from './schemas.ts'
import { attachedPart, signDocument } from './sign-service.ts'
import { nameStandIn } from './stand-in-service.ts'

const byTwo = { signs: 'own', second: 'history:edit' } as const

export const documentsRouter = router({
  /** The register of a stay or a referral, what the asker has to read, and who on this shift has not. */
  register: query('history:read', registerInput, registerView, { identifies: peopleOfView }),
  /** One document: what it said, who read it, who opened it. */
  get: query(
    'history:read',
    documentInput,
    (ctx, { documentId }) => documentView(ctx, documentId),
    {
      identifies: peopleOfView,
    },
  ),

  expectMissing: command('history:edit', registerInput, expectMissing),
  expect: command('history:edit', expectInput, expectDocument),
  ask: command('history:edit', askInput(), askForDocument),
  chase: command('history:edit', chaseInput(), chaseDocument),
  close: command('history:edit', closeInput(), closeDocument),
  reopen: command('history:edit', reopenInput, reopenDocument),

  /** A file travels in parts before it is received: it is judged and kept with the last. */
  startFile: act('history:edit', startFileInput, startFile),
  filePart: act('history:edit', filePartInput, takePart),
  receive: command('history:edit', receivedInput(), receiveDocument),
  correct: command('history:edit', correctInput(), correctReceived),
  withdraw: command('history:edit', withdrawInput, withdrawReceived),
  /** What somebody has to read still is taken back by two. */
  withdrawByTwo: twoPersonCommand('history:edit', withdrawInput, withdrawReceivedByTwo, byTwo),

  /** Opening is kept in the audit; the parts of the file are read after it. */
  open: command('history:read', openInput, openDocument),
  /** How far it was read in this sitting: pages and time, beside the sign-off. */
  reading: command('history:read', readingInput, logReading),
  file: query('history:read', fileInput, attachedPart, { identifies: ({ people }) => people }),
  nameReader: command('history:edit', namedReaderInput, nameReader),
  /** Somebody reads in the part of an author whom nobody else can take the part of; the ward manager alone names them. */
  nameStandIn: command('history:edit', standInInput, nameStandIn),
  sign: signedCommand('history:sign', signInput, signDocument, { signs: 'others' }),
})
