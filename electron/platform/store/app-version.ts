import about from '../../../package.json' with { type: 'json' }

/** The version of the app that wrote an audit entry. */
export const appVersion: string = about.version
