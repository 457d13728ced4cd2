/** The names of what passes between a page and the main process: three things to ask, one to be told. */
export const CHANNELS = {
  call: 'mbu:call',
  saveFile: 'mbu:save-file',
  openFile: 'mbu:open-file',
  print: 'mbu:print',
  event: 'mbu:event',
} as const
