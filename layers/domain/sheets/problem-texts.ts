import type { Bilingual } from '../text.ts';

type Text = { message: Bilingual; remedy: Bilingual };
const text = (zh: string, en: string, remedyZh: string, remedyEn: string): Text => ({
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

/** Everything that can be wrong with a sheet, in words. */
const texts = {
  missing: text('未填写。', 'This is empty.', '请填写此项。', 'Fill it in.'),
  'cell-error': text(
    '单元格的值是错误“{value}”。',
    'The cell shows the error "{value}".',
    '改正公式，或直接填写值。',
    'Mend the formula, or write the value itself.',
  ),
  'formula-not-calculated': text(
    '公式没有计算结果。',
    'The formula was never calculated.',
    '用 Excel 或 WPS 打开并保存一次，或直接填写值。',
    'Open and save the file once in Excel or WPS, or write the value itself.',
  ),
  'digits-lost': text(
    '数字“{value}”超过 15 位，表格软件已丢失末尾数字。',
    'The number "{value}" has more than 15 digits: the program has lost the last ones.',
    '把此列设为“文本”格式后重新填写。',
    'Set the column to the format "Text" and type it again.',
  ),
  'too-long': text(
    '共 {length} 个字符，最多 {most} 个。',
    'It has {length} characters, at most {most} are allowed.',
    '请缩短。',
    'Shorten it.',
  ),
  'not-like': text('“{value}”的形式不对。', '"{value}" is not of the right form.', '{like}', '{like}'),
  'not-an-integer': text(
    '“{value}”不是整数。',
    '"{value}" is no whole number.',
    '只填写数字，例如 12。',
    'Write digits only, as 12.',
  ),
  'not-a-number': text(
    '“{value}”不是数值。',
    '"{value}" is no number.',
    '只填写数值，例如 12.5，不带单位。',
    'Write the number only, as 12.5, without a unit.',
  ),
  'too-small': text(
    '{value} 小于 {least}。',
    '{value} is less than {least}.',
    '应不小于 {least}。',
    'It must be at least {least}.',
  ),
  'too-large': text(
    '{value} 大于 {most}。',
    '{value} is more than {most}.',
    '应不大于 {most}。',
    'It must be at most {most}.',
  ),
  'not-a-date': text(
    '“{value}”不是日期。',
    '"{value}" is no date.',
    '写作年-月-日，例如 2026-11-24。',
    'Write year-month-day, as 2026-11-24.',
  ),
  'no-such-day': text(
    '没有“{value}”这一天。',
    'There is no day {value}.',
    '请核对月份和日期。',
    'Check month and day.',
  ),
  'date-doubtful': text(
    '日期“{value}”分不清年、月、日。',
    'It cannot be told which is day, month and year in "{value}".',
    '写作年-月-日，例如 2026-11-24。',
    'Write year-month-day, as 2026-11-24.',
  ),
  'has-time': text(
    '“{value}”带有时间。',
    '"{value}" has a time of day.',
    '只填写日期，例如 2026-11-24。',
    'Write the day only, as 2026-11-24.',
  ),
  'not-yes-no': text(
    '“{value}”不是“是”或“否”。',
    '"{value}" is neither yes nor no.',
    '填写“是”或“否”。',
    'Write yes or no.',
  ),
  'unknown-code': text(
    '“{value}”不在可选项中。',
    '"{value}" is not one of the choices.',
    '可选：{choices}。',
    'Choose one of: {choices}.',
  ),
  twice: text(
    '与第 {row} 行重复。',
    'The same as in row {row}.',
    '删除其中一行，或改正 {columns}。',
    'Remove one of the two, or mend {columns}.',
  ),
  rejected: text('{message}', '{message}', '请改正。', 'Mend it.'),
  'no-header': text(
    '前 {rows} 行里没有找到“{title}”的表头。',
    'The headings of "{title}" are not in the first {rows} rows.',
    '请下载模板，把数据粘贴进去；表头可以换位置，但不要删除或改名。',
    'Download the template and paste your rows into it; headings may move, but must not be removed or renamed.',
  ),
  'column-missing': text(
    '缺少“{column}”列。',
    'The column "{column}" is missing.',
    '加上此列，或改用模板。',
    'Add it, or use the template.',
  ),
  'column-twice': text(
    '“{column}”列出现两次（第 {first}、{second} 列）。',
    'The column "{column}" is there twice (columns {first} and {second}).',
    '只留一列。',
    'Keep one of them.',
  ),
  'column-unknown': text(
    '不认识“{column}”列，已忽略。',
    'The column "{column}" is not known and is ignored.',
    '如果是必要内容，请用模板里的列名。',
    'If it matters, give it the name it has in the template.',
  ),
  'other-sheet': text(
    '这是另一种表（{found}），不是“{title}”。',
    'This is another sheet ({found}), not "{title}".',
    '请到对应的页面导入，或下载本页的模板。',
    'Import it on its own page, or download the template of this one.',
  ),
  'newer-version': text(
    '模板版本（{found}）比系统的新。',
    'The template ({found}) is newer than this system.',
    '请重新下载模板。',
    'Download the template again.',
  ),
  empty: text(
    '文件里没有数据行。',
    'There are no rows in the file.',
    '请填写后再选择。',
    'Fill it in and choose it again.',
  ),
  'not-a-sheet': text(
    '不是 XLSX 或 CSV 文件。',
    'This is neither XLSX nor CSV.',
    '在 Excel 或 WPS 中另存为 .xlsx 后再选择。',
    'Save it as .xlsx in Excel or WPS and choose that.',
  ),
  'old-excel': text(
    '这是旧版 Excel 文件（.xls）。',
    'This is a file of old Excel (.xls).',
    '用 Excel 或 WPS 打开，另存为 .xlsx 后再选择。',
    'Open it in Excel or WPS, save it as .xlsx and choose that.',
  ),
  'binary-workbook': text(
    '这是二进制工作簿（.xlsb）。',
    'This is a binary workbook (.xlsb).',
    '在 Excel 中另存为 .xlsx 后再选择。',
    'Save it as .xlsx in Excel and choose that.',
  ),
  encrypted: text(
    '文件有打开密码。',
    'The file is protected by a password.',
    '去掉密码后另存，再选择。',
    'Save it without the password and choose that.',
  ),
  macros: text(
    '文件带有宏，不予读取。',
    'The file has macros and is not read.',
    '另存为不带宏的 .xlsx 后再选择。',
    'Save it as .xlsx, without macros, and choose that.',
  ),
  bomb: text(
    '文件解压后异常巨大（{size} MB），不予读取。',
    'Unpacked the file would be unreasonably large ({size} MB); it is not read.',
    '把数据复制到新的工作簿，或另存为 CSV。',
    'Copy the rows into a new workbook, or save it as CSV.',
  ),
  damaged: text(
    '文件不完整或已损坏（{what}）。',
    'The file is damaged or cut short ({what}).',
    '用 Excel 或 WPS 打开并另存，再选择。',
    'Open it in Excel or WPS, save it again and choose that.',
  ),
  'bad-encoding': text(
    '文件的文字编码无法识别，或中途改变（第 {row} 行之后）。',
    'The text encoding is not known, or changes after row {row}.',
    '另存为“CSV UTF-8”或 .xlsx 后再选择。',
    'Save it as "CSV UTF-8" or as .xlsx and choose that.',
  ),
  'row-too-long': text(
    '第 {row} 行之后过长，可能有引号没有闭合。',
    'What follows row {row} is too long: a quotation mark may not be closed.',
    '检查该行的引号，或另存为 .xlsx。',
    'Check the quotation marks of that row, or save it as .xlsx.',
  ),
  'too-many-rows': text(
    '超过 {most} 行。',
    'There are more than {most} rows.',
    '分成几个文件。',
    'Split it into several files.',
  ),
  'too-many-columns': text(
    '第 {row} 行超过 {most} 列。',
    'Row {row} has more than {most} columns.',
    '删除多余的列，或改用模板。',
    'Remove the columns too many, or use the template.',
  ),
  'too-many-strings': text(
    '工作簿的文字表超过 {size} MB。',
    'The texts of the workbook exceed {size} MB.',
    '另存为 CSV 后再选择。',
    'Save it as CSV and choose that.',
  ),
} satisfies Record<string, Text>;

export type ProblemCode = keyof typeof texts;
export const problemTexts: Readonly<Record<ProblemCode, Text>> = texts;
