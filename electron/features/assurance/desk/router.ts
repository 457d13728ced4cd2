import { act, command, nothing, query, router } from '../../../platform/serve.ts'
import { packPartInput, packStartInput } from '../schemas.ts'
import { addFinding, confirmKey, setDeskLevel, withdrawNote } from './notes.ts'
import { replyFile } from './reply-file.ts'
import {
  confirmKeyInput,
  deskFindingInput,
  deskLevelInput,
  folderInput,
  mistakeInput,
  packInput,
  packsInput,
  readReplyInput,
  summaryInput,
  takeReplyInput,
} from './schemas.ts'
import { summaryFile } from './summary-file.ts'
import { takeFolder } from './take-folder.ts'
import { startPack, takePart } from './take-pack.ts'
import { readReply, takeReply } from './take-reply.ts'
import { comparison, deskView, packView } from './view.ts'

/** The commissioner's desk: packs of many units and periods, what is found of them, and the signed reply. */
export const deskRouter = router({
  view: query('desk:read', nothing, deskView),
  pack: query('desk:read', packInput, packView),
  compare: query('desk:read', packsInput, comparison),
  startPack: act('desk:edit', packStartInput, startPack),
  packPart: act('desk:edit', packPartInput, takePart),
  /** Every pack of a folder, one after another: a line for each. */
  takeFolder: act('desk:edit', folderInput, takeFolder),
  confirmKey: command('desk:edit', confirmKeyInput, confirmKey),
  addFinding: command('desk:edit', deskFindingInput, addFinding),
  setLevel: command('desk:edit', deskLevelInput, setDeskLevel),
  withdrawNote: command('desk:edit', mistakeInput, withdrawNote),
  /** The reply as a file, signed by the desk's pair. */
  reply: act('desk:edit', packInput, replyFile),
  summary: act('desk:edit', summaryInput, summaryFile),

  /** On the unit: what a reply says, before anything of it is taken in. */
  readReply: act('oversight:edit', readReplyInput, readReply),
  takeReply: command('oversight:edit', takeReplyInput, takeReply),
})
