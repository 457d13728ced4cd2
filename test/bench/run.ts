import { benchDesk } from './desk.bench.ts'
import { benchMatrix } from './matrix.bench.ts'
import { benchMeasures } from './measures.bench.ts'
import { benchScreens } from './screens.bench.ts'
import { benchStart } from './start.bench.ts'
import { benchWrite } from './write.bench.ts'

/** `npm run bench`: every figure is a ratio of contenders measured side by side in this run. */
for (const bench of [benchWrite, benchMeasures, benchScreens, benchMatrix, benchStart, benchDesk])
  process.stdout.write(`${await bench()}\n`)
process.exit(0)
