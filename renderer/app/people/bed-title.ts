export { bedTitle } from '#domain/stays/bed-title.ts'
