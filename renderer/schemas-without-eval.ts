import { config } from 'zod'

// The page policy forbids text that becomes code; zod would try it, once, to see. Imported before any schema.
config({ jitless: true })
