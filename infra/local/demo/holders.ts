import { provinces } from '@geoarchive/domain/regions.ts';

export type Holder = { holder: string; holderName: string };

const kinds = ['矿业有限公司', '地质勘查院', '能源开发有限公司', '建设投资有限公司'] as const;

/** Invented organisations, four in each province: who holds the demo's licences and carries out its projects. */
const invented: readonly Holder[] = Object.values(provinces).flatMap((name, at) =>
  kinds.map((kind, of) => ({
    holder: `DEMO-${String(at * kinds.length + of + 1).padStart(3, '0')}`,
    holderName: `${name.zh.replace(/(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$/, '')}示范${kind}`,
  })),
);
/** Those with demo accounts, so that their people see tasks of the registers among their own. */
const known: readonly Holder[] = [
  { holder: 'DEMO-SURVEY', holderName: '示范地质勘查集团有限公司' },
  { holder: 'DEMO-MINING', holderName: '示范矿业有限公司' },
  { holder: 'DEMO-DRILLING', holderName: '示范钻探工程有限公司' },
  { holder: 'DEMO-TEAM', holderName: '示范第一地质大队' },
];
/** Every so many entries are held by one of those. */
const knownEvery = 25;

export const holderOf = (n: number, drawn: number): Holder => {
  const from = n % knownEvery === 0 ? known : invented;
  const at = n % knownEvery === 0 ? Math.floor(n / knownEvery) : Math.floor(drawn * invented.length);
  return from[at % from.length] ?? { holder: 'DEMO-SURVEY', holderName: '示范地质勘查集团有限公司' };
};
