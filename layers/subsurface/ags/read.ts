import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import { readAgs as inspectAgs } from '@geoarchive/formats/ags/read.ts';
import type { Source } from '@geoarchive/formats/source.ts';
import { guessEncoding } from '@geoarchive/formats/text/encoding.ts';
import { textLines } from '@geoarchive/formats/text/stream.ts';
import { emptyPart, type Part, type RowFound, remarkList, remarkOf } from '../part.ts';
import { formatSaid as said, texts } from '../texts.ts';
import { headerFields, projectFields, rowFields } from './fields.ts';
import { type AgsRow, agsRows } from './rows.ts';

const most = 256 * 1024 * 1024;
const agsTexts = {
  left: said(
    'warning',
    'ags-groups-left',
    '未导入的数据组：{groups}。',
    'Groups that were not brought in: {groups}.',
    '原文件请随档案保存。',
    'Keep the file itself with the dossier.',
  ),
  row: said(
    'warning',
    'ags-row-left',
    '{group}：缺少 {missing}，该行未读取。',
    '{group}: the row has no {missing} and was left out.',
    '补充后重新导入。',
    'Fill it in and read again.',
  ),
  rule: said(
    'warning',
    'ags-rule',
    'AGS 规则：{what}',
    'AGS rules: {what}',
    '按 AGS 数据格式修改后重新导出。',
    'Mend it as the AGS format has it.',
  ),
  detail: said(
    'warning',
    'ags-detail-left',
    '细节描述（{from} m）不在任何分层内，未读取。',
    'The detail at {from} m lies in no layer and was left out.',
    '核对 DETL 与 GEOL 的深度。',
    'Look at the depths of DETL and GEOL.',
  ),
} as const;
/** Groups about the file itself. */
const own = new Set([
  'PROJ',
  'TRAN',
  'UNIT',
  'TYPE',
  'ABBR',
  'DICT',
  'FILE',
  'CODE',
  'STND',
  'LOCA',
  'HOLE',
  'DETL',
]);

/** Details are words about a part of a layer: they go into its description. */
const addDetails = (
  rows: readonly RowFound[],
  details: readonly AgsRow[],
  left: (row: AgsRow) => void,
): void => {
  for (const row of details) {
    const from = Number(row.text('TOP'));
    const hole = row.text('LOCA_ID', 'HOLE_ID');
    const found = rows.find(
      ({ kind, names, values }) =>
        kind === 'layers' &&
        names[0] === hole &&
        Number(values['from']) <= from &&
        from < Number(values['to']),
    );
    if (found === undefined) left(row);
    else {
      const depths = [row.text('TOP'), row.text('BASE')].filter(Boolean).join('–');
      const whole = [found.values['description'], `${depths} m: ${row.text('DESC')}`]
        .filter(Boolean)
        .join(' / ');
      found.values = { ...found.values, description: whole.slice(0, 4000) };
    }
  }
};

/** Ground investigations in AGS 4 and AGS 3: holes with layers, samples, cores, tests, water, casing and backfill. */
export const readAgs = async (source: Source): Promise<Part> => {
  const head = await source.read(0, Math.min(source.size, 64 * 1024));
  const guess = guessEncoding(head, source.size > head.length);
  const edition = /^\s*"?\*\*/m.test(new TextDecoder(guess.encoding).decode(head.subarray(0, 4000))) ? 3 : 4;
  const part = emptyPart(source.name, `AGS ${edition}`);
  const tell = remarkList(part.remarks, part.wrong);
  const left = new Map<string, number>();
  const details: AgsRow[] = [];
  let project: Partial<HoleHeader> = {};
  for await (const row of agsRows(textLines(source, guess, most), edition)) {
    const place = { file: source.name, sheet: row.group, row: row.line };
    const hole =
      row.group === 'LOCA' || row.group === 'HOLE' ? row.text('ID') : row.text('LOCA_ID', 'HOLE_ID');
    if (row.group === 'PROJ') project = projectFields(row);
    else if (row.group === 'LOCA' || row.group === 'HOLE') {
      if (hole === '') tell(remarkOf(texts.noHole, place));
      else part.headers.push({ place, names: [hole], values: headerFields(row, project) });
    } else if (row.group === 'DETL') details.push(row);
    else if (hole !== '') {
      const found = rowFields(row);
      if (found === undefined) left.set(row.group, (left.get(row.group) ?? 0) + 1);
      else if (found.missing !== undefined)
        tell(remarkOf(agsTexts.row, { ...place, hole }, { group: row.group, missing: found.missing }));
      else part.rows.push({ kind: found.kind, place, names: [hole], values: found.values, unit: 'metres' });
    }
  }
  addDetails(part.rows, details, (row) =>
    tell(
      remarkOf(
        agsTexts.detail,
        { file: source.name, sheet: row.group, row: row.line },
        { from: row.text('TOP') },
      ),
    ),
  );
  const groups = [...left]
    .filter(([group]) => !own.has(group))
    .map(([group, count]) => `${group} (${count})`);
  if (groups.length > 0) tell(remarkOf(agsTexts.left, { file: source.name }, { groups: groups.join(', ') }));
  const { problems } = await inspectAgs({
    source,
    siblings: undefined,
    characterMaps: undefined,
    checkTime: () => undefined,
  });
  for (const { message, at } of problems) {
    const remark = remarkOf(agsTexts.rule, { file: source.name });
    const where = at === undefined ? '' : ` (${at})`;
    tell({
      ...remark,
      message: { zh: `AGS 规则：${message.zh}${where}`, en: `AGS rules: ${message.en}${where}` },
    });
  }
  return part;
};
