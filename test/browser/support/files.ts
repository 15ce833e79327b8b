import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const log = `~Version
 VERS. 2.0 : CWLS log ASCII Standard
 WRAP. NO  : One line per depth step
~Well
 STRT.M 100.0 :
 STOP.M 100.2 :
 STEP.M 0.1 :
 NULL. -999.25 :
 WELL. ZK01 :
~Curve
 DEPT.M : Depth
 GR.GAPI : Gamma ray
~ASCII
 100.0 54.1
 100.1 55.2
 100.2 56.3
`;

/** A small folder to hand in: a text, a table of boreholes, a well log, in folders with Chinese names. */
export const sampleFolder = (): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'geoarchive-browser-')), '某矿区勘探报告');
  mkdirSync(join(folder, '测井'), { recursive: true });
  mkdirSync(join(folder, 'Z'));
  writeFileSync(join(folder, 'Z', '报告.txt'), '某矿区勘探报告正文\n'.repeat(200));
  writeFileSync(
    join(folder, '钻孔.csv'),
    '孔号,X,Y,孔深\nZK01,110.20,30.30,352.1\nZK02,110.21,30.31,401.7\n',
  );
  writeFileSync(join(folder, '测井', 'ZK01.las'), log);
  return folder;
};
