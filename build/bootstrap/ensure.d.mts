export function isInstalled(folder?: string): boolean
export function projectNode(folder?: string): string | undefined
export function ensure(folder?: string): void
export function runOnProjectNode(script: string, args: string[]): never
