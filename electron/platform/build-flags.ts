/**
 * True in a build made for tests and nowhere else: lets the clock be set and passwords be derived at a
 * test cost (decision 15). The bundler fixes it at build time; a packaging test refuses a build that has it.
 */
export const testBuild: boolean = import.meta.env?.MODE === 'test'
