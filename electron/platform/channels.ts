/** The names of what passes between a page and the main process: five things to ask, one to be told. */
export const CHANNELS = {
  call: 'mbu:call',
  saveFile: 'mbu:save-file',
  openFile: 'mbu:open-file',
  chooseFolder: 'mbu:choose-folder',
  print: 'mbu:print',
  openWindow: 'mbu:open-window',
  event: 'mbu:event',
} as const
