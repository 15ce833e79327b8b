import { availableParallelism, loadavg } from 'node:os';
import { bundles } from './bundles.ts';
import { cockpit } from './cockpit.ts';
import { documents } from './documents.ts';
import { drawings } from './drawings.ts';
import { type Bench, header, row } from './figure.ts';
import { holdingList } from './holding-list.ts';
import { holePage } from './hole-page.ts';
import { holeReaders } from './hole-readers.ts';
import { holes } from './holes.ts';
import { large } from './large.ts';
import { many } from './many.ts';
import { recountBench } from './recount.ts';
import { registers } from './registers.ts';
import { registersScale } from './registers-scale.ts';
import { report } from './report.ts';
import { reports } from './reports.ts';
import { search } from './search.ts';
import { sheets } from './sheets.ts';
import { startUp } from './start-up.ts';
import { tiles } from './tiles.ts';

const benches: Record<string, Bench> = {
  many,
  large,
  report,
  'start-up': startUp,
  bundles,
  search,
  documents,
  sheets,
  tiles,
  drawings,
  registers,
  'registers-scale': registersScale,
  cockpit,
  recount: recountBench,
  holes,
  'hole-page': holePage,
  'hole-readers': holeReaders,
  'annual-reports': reports,
  'holding-list': holdingList,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
console.log(
  `Node ${process.version}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}\n\n${header}`,
);
for (const [name, bench] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) await bench((figure) => console.log(row(figure)));
