/**
 * What passes by itself or is put right outside the app, and what a restore would mean there. Where it could
 * only do harm or would be refused, there is none: the last good backup is named all the same.
 */
export const advice: Record<string, { restore: boolean; words: string }> = {
  'newer-version': {
    restore: true,
    words:
      'Install the newer version of the app on this computer first: it opens the record as it is, and nothing is lost. Restore only if that cannot be done. A backup from before the newer version opens here; what was recorded since then is not in it.',
  },
  'read-only': {
    restore: true,
    words:
      'Ask IT support first to let the app write to the records folder: nothing is lost then. A restore puts a new file in the place of this one; what was recorded after the backup is not in it. Where the folder itself cannot be written to, a restore cannot help either.',
  },
  busy: {
    restore: false,
    words:
      'Nothing is damaged, so there is nothing to restore: close the other program, or the other copy of this app, and try again. While it has the record open, a restore is refused.',
  },
  'disk-full': {
    restore: false,
    words: 'Nothing is damaged. A restore needs room on the disk too: free some space first.',
  },
  'bad-path': {
    restore: false,
    words: 'Nothing is damaged. The record opens once its folder lies where the app can keep it.',
  },
}
