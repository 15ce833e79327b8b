import type { Bilingual } from '../text.ts';
import { carrierTypes, carrierUnits } from './carriers.ts';
import { dataClasses } from './data-classes.ts';
import type { CodeList } from './entry.ts';
import type { CodeListId } from './ids.ts';
import { minerals } from './minerals.ts';
import { type RegionRows, regionList, regionListName } from './regions.ts';
import { custodians, languages, retention, secrecyList, workDegrees } from './small-lists.ts';

const archiveListName = { zh: '馆藏机构', en: 'Archives' };

/** The archives of a deployment, which its settings name. */
const archiveList = (nodes: readonly { code: string; name: Bilingual }[]): CodeList => ({
  id: 'archives',
  name: archiveListName,
  source: {
    zh: '本系统部署设置中的节点；官方节点代码未取得。',
    en: "The nodes of this deployment's settings; official node codes were not obtained.",
  },
  entries: nodes.map(({ code, name }) => ({ slug: code, code: '', name })),
});

export const codeListNames: Readonly<Record<CodeListId, Bilingual>> = {
  regions: regionListName,
  'data-classes': dataClasses.name,
  minerals: minerals.name,
  'work-degrees': workDegrees.name,
  secrecy: secrecyList.name,
  retention: retention.name,
  'carrier-types': carrierTypes.name,
  'carrier-units': carrierUnits.name,
  languages: languages.name,
  archives: archiveListName,
  custodians: custodians.name,
};

const fixed = [
  dataClasses,
  minerals,
  workDegrees,
  secrecyList,
  retention,
  carrierTypes,
  carrierUnits,
  languages,
  custodians,
];

/** A list as it came with the system; the regions are loaded when they are asked for, the archives come from the settings. */
export const shippedList = async (
  id: CodeListId,
  from: {
    regions: () => Promise<RegionRows>;
    nodes: readonly { code: string; name: Bilingual }[];
  },
): Promise<CodeList> => {
  if (id === 'regions') return regionList(await from.regions());
  const found = fixed.find((list) => list.id === id);
  return found ?? archiveList(from.nodes);
};
