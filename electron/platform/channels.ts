/** The names of what passes between a page and the main process: four things to ask, one to be told. */
export const CHANNELS = {
  call: 'mbu:call',
  saveFile: 'mbu:save-file',
  openFile: 'mbu:open-file',
  print: 'mbu:print',
  openWindow: 'mbu:open-window',
  event: 'mbu:event',
} as const
