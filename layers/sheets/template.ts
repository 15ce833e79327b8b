import { type Column, type Sheet, stampOf } from '@geoarchive/domain/sheets/sheet.ts';
import { writeRow } from '@geoarchive/domain/sheets/write-row.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import { columnLooks, headerCells } from './write-sheet.ts';
import { columnName, type WrittenRow } from './xlsx/write/cells.ts';
import { writeWorkbook } from './xlsx/write/workbook.ts';
import type { Guide, Worksheet } from './xlsx/write/worksheet.ts';

const words = {
  instructions: { zh: '填写说明', en: 'Instructions' },
  lists: { zh: '选项', en: 'Choices' },
  first: {
    zh: '请在第一张表中填写，每行一条。带 * 的列必填；列可以换位置，不要改名。灰色的示例行不会被导入，可以删除。',
    en: 'Fill in the first sheet, one line each. Columns with * are required; columns may move, but keep their names. The grey examples are never imported and may be removed.',
  },
  several: {
    zh: '请在前面各表中填写，每行一条，各表以第一列对应。带 * 的列必填；列可以换位置，不要改名；不用的表可以删除。灰色的示例行不会被导入，可以删除。',
    en: 'Fill in the sheets, one line each; their first columns say what belongs together. Columns with * are required; columns may move, but keep their names; sheets that are not used may be removed. The grey examples are never imported and may be removed.',
  },
  column: { zh: '列', en: 'Column' },
  required: { zh: '必填', en: 'Required' },
  kind: { zh: '填写什么', en: 'What to write' },
  hint: { zh: '说明', en: 'Note' },
  yes: { zh: '是', en: 'yes' },
} satisfies Record<string, Bilingual>;

const kinds: Readonly<Record<Column['type'], Bilingual>> = {
  text: { zh: '文字', en: 'Text' },
  integer: { zh: '整数', en: 'A whole number' },
  decimal: { zh: '数值', en: 'A number' },
  date: { zh: '日期，例如 2026-11-24', en: 'A day, as 2026-11-24' },
  boolean: { zh: '是 或 否', en: 'yes or no' },
  code: { zh: '从列表中选择', en: 'One of the list' },
};

/** What a column wants, in one text. */
const wants = (column: Column, language: Language): string => {
  const { type, maxLength, minimum, maximum } = column;
  const range =
    minimum !== undefined || maximum !== undefined ? ` (${minimum ?? '…'} – ${maximum ?? '…'})` : '';
  const length = maxLength === undefined ? '' : ` (≤ ${maxLength})`;
  return `${kinds[type][language]}${range}${length}`;
};

const noteRow = (cells: readonly string[], look: 'note' | 'header'): WrittenRow => ({
  cells: cells.map((cell) => ({ cell, look })),
});
const columnRows = ({ columns }: Sheet, language: Language): WrittenRow[] => [
  noteRow(
    [words.column, words.required, words.kind, words.hint].map((word) => word[language]),
    'header',
  ),
  ...columns.map((column) =>
    noteRow(
      [
        column.label[language],
        column.required ? words.yes[language] : '',
        wants(column, language),
        column.hint?.[language] ?? '',
      ],
      'note',
    ),
  ),
];
const titleRow = (title: Bilingual, language: Language): WrittenRow => ({
  cells: [{ cell: title[language], look: 'title' }],
});
const instructionRows = (sheets: readonly Sheet[], language: Language): WrittenRow[] => {
  const [first, ...more] = sheets;
  const intro = more.length === 0 ? words.first : words.several;
  return [
    ...(first === undefined ? [] : [titleRow(first.title, language)]),
    { cells: [intro[language]] },
    { cells: [] },
    ...(first === undefined ? [] : columnRows(first, language)),
    ...more.flatMap((sheet) => [
      { cells: [] },
      titleRow(sheet.title, language),
      ...columnRows(sheet, language),
    ]),
  ];
};

/** The columns with choices, and their labels side by side on a sheet of their own: drop-downs take ranges of any length. */
const choices = (sheets: readonly Sheet[], language: Language) => {
  const lists = sheets.flatMap(({ id, columns }) =>
    columns.flatMap(({ key, codes }) => {
      const labels = codes?.map(({ label }) => label[language]);
      return labels === undefined ? [] : [{ id, key, labels }];
    }),
  );
  const longest = Math.max(0, ...lists.map(({ labels }) => labels.length));
  const rows = Array.from({ length: longest }, (_, at) => ({
    cells: lists.map(({ labels }) => labels[at] ?? null),
  }));
  const rangeOf = (id: string, key: string): string | undefined => {
    const at = lists.findIndex((list) => list.id === id && list.key === key);
    const letter = columnName(at);
    return at === -1
      ? undefined
      : `'${words.lists[language]}'!$${letter}$1:$${letter}$${lists[at]?.labels.length ?? 1}`;
  };
  return { rows, rangeOf };
};

/**
 * The workbook to fill in, one sheet of it for each declared one: headings in the reader's language, examples, drop-downs, a note at each
 * column, instructions. It says which sheet of which version its first one is, so that it is known again when it comes back.
 */
export const writeTemplates = (
  sheets: readonly [Sheet, ...Sheet[]],
  language: Language,
): AsyncGenerator<Uint8Array> => {
  const { rows, rangeOf } = choices(sheets, language);
  const width = (characters: number) => ({ width: characters });
  const filledIn = sheets.map((sheet): Worksheet => {
    const guides = sheet.columns.map((column, at): Guide => {
      const list = rangeOf(sheet.id, column.key);
      const text = [wants(column, language), column.hint?.[language]].filter((part) => part !== undefined);
      const prompt = { title: column.label[language], text: text.join('\n') };
      return { column: at, prompt, ...(list === undefined ? {} : { list }) };
    });
    const examples = sheet.examples.map((values) => ({
      cells: writeRow(sheet, values, language).map((cell) => ({ cell, look: 'example' as const })),
    }));
    return {
      name: sheet.title[language],
      rows: [headerCells(sheet, language), ...examples],
      columns: columnLooks(sheet, language),
      frozen: 1,
      guides,
    };
  });
  return writeWorkbook(
    [
      ...filledIn,
      {
        name: words.instructions[language],
        rows: instructionRows(sheets, language),
        columns: [22, 12, 30, 70].map(width),
      },
      { name: words.lists[language], rows, hidden: true },
    ],
    stampOf(sheets[0]),
  );
};

/** The workbook of one sheet to fill in. */
export const writeTemplate = (sheet: Sheet, language: Language): AsyncGenerator<Uint8Array> =>
  writeTemplates([sheet], language);
