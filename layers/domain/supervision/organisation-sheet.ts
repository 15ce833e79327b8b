import type { Day } from '../dates.ts';
import { type Column, declareSheet, type Values } from '../sheets/sheet.ts';
import { nameOn, type Organisation } from './organisation.ts';

const text = (key: string, zh: string, en: string, of: Partial<Column> = {}): Column => ({
  key,
  label: { zh, en },
  type: 'text',
  maxLength: 60,
  ...of,
});

/** The sheet of the register of organisations, one line for each. Template, import and export follow from it. */
export const organisationSheet = declareSheet({
  id: 'organisations',
  version: 1,
  title: { zh: '单位登记', en: 'Register of organisations' },
  key: ['code'],
  columns: [
    text('code', '单位代码', 'Code', {
      aliases: ['单位编号', '权利人代码', '权利人（承担单位）代码'],
      required: true,
      hint: {
        zh: '登记与任务中使用的代码，一般为统一社会信用代码。',
        en: 'What registers and tasks call it by: as a rule its unified social credit code.',
      },
    }),
    text('name', '单位名称', 'Name', { aliases: ['名称', '权利人名称'], required: true, maxLength: 200 }),
    {
      key: 'namedOn',
      label: { zh: '名称启用日期', en: 'Name since' },
      aliases: ['更名日期'],
      type: 'date',
      hint: {
        zh: '更名时填写；不填则自导入当日起。原名称保留。',
        en: 'When it was renamed; without it the day of the import. Names before are kept.',
      },
    },
    text('creditCode', '统一社会信用代码', 'Credit code', {
      maxLength: 18,
      hint: {
        zh: '单位代码不是信用代码时填写；校验末位（GB 32100-2015）。',
        en: 'Where the code is another; its check digit is looked at (GB 32100-2015).',
      },
    }),
    text('province', '所在省', 'Province', {
      maxLength: 6,
      aliases: ['省级行政区划代码'],
      hint: { zh: '六位，如 420000。', en: 'Six digits, such as 420000.' },
    }),
    text('parent', '上级单位代码', 'Code of the group', {
      aliases: ['上级单位', '集团代码'],
      hint: {
        zh: '上级单位的管理员可在汇交端查看下级单位的任务。',
        en: "A group's administrator sees its subsidiaries' tasks in the submit site.",
      },
    }),
    text('address', '办公地址', 'Office address', { maxLength: 200 }),
    text('phone', '办公电话', 'Office phone', {
      hint: { zh: '单位的电话，不填个人。', en: "The office's, no person's." },
    }),
    text('email', '办公邮箱', 'Office e-mail', { maxLength: 200 }),
  ],
  examples: [
    {
      code: '91350100M000100Y43',
      name: '示例矿业有限公司（示例）',
      namedOn: '2020-01-01',
      province: '350000',
    },
  ],
});

/** The line of the sheet that says an organisation again: imported, it changes nothing. */
export const organisationLine = (of: Organisation, today: Day): Values => {
  const present = of.names.findLast(({ from }) => from <= today) ?? of.names[0];
  const { code, creditCode, province, parent, address, phone, email } = of;
  const said = {
    code,
    name: nameOn(of, today),
    namedOn: present?.from,
    creditCode,
    province,
    parent,
    address,
    phone,
    email,
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
};
