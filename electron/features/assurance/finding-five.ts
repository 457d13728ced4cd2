import { measureIds } from '#domain/assurance/catalogue.ts'
import { type Framework, readFramework } from '#domain/assurance/framework.ts'
import json from '#drizzle/seed/frameworks/finding-five.json' with { type: 'json' }

/** The framework that is shipped: what the review of Child Z asks of a mother and baby unit. */
export const findingFive: Framework = readFramework(json, measureIds)
