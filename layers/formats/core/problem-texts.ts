import type { Bilingual } from '@geoarchive/domain/text.ts';

type Text = Bilingual & { severity: 'error' | 'warning' | 'info' };

/** Every finding a reader can make: codes are stable, texts say what is wrong and how to mend it. */
export const texts = {
  'empty-file': {
    severity: 'error',
    zh: '文件长度为 0 字节。请重新导出或上传原文件。',
    en: 'The file has 0 bytes. Export it again or upload the original.',
  },
  unreadable: {
    severity: 'error',
    zh: '无法读取文件内容({detail})。请用原软件打开检查并重新导出。',
    en: 'The content cannot be read ({detail}). Open it in the program that made it and export it again.',
  },
  'took-too-long': {
    severity: 'error',
    zh: '读取文件超过 {seconds} 秒,已停止。请检查文件是否损坏,或拆分后重新提交。',
    en: 'Reading took longer than {seconds} s and was stopped. Check whether the file is damaged, or split it.',
  },
  'too-much-memory': {
    severity: 'error',
    zh: '读取文件所需内存超出上限,已停止。请检查文件是否损坏。',
    en: 'Reading needed more memory than allowed and was stopped. Check whether the file is damaged.',
  },
  'extension-mismatch': {
    severity: 'warning',
    zh: '扩展名 .{extension} 与内容({name})不符。请改用 .{expected}。',
    en: 'The extension .{extension} does not fit the content ({name}). Rename it to .{expected}.',
  },
  'content-not-as-named': {
    severity: 'error',
    zh: '扩展名为 .{extension},但内容不是该格式。请检查文件是否损坏或改名。',
    en: 'It is named .{extension}, but the content is not of that format. Check whether it is damaged or misnamed.',
  },
  'named-only': {
    severity: 'info',
    zh: '该格式没有特征字节,仅按扩展名 .{extension} 认定为 {name}。',
    en: 'The format has no signature; it is taken for {name} by its extension .{extension} only.',
  },
  truncated: {
    severity: 'error',
    zh: '文件不完整:{what}应到第 {expected} 字节,文件只有 {size} 字节。请重新传输原文件。',
    en: 'The file is cut short: {what} should reach byte {expected}, the file has {size}. Transfer the original again.',
  },
  'damaged-structure': {
    severity: 'error',
    zh: '文件结构损坏:{what}。请用原软件修复并重新导出。',
    en: 'The structure is damaged: {what}. Repair it in the program that made it and export it again.',
  },
  'odd-structure': {
    severity: 'warning',
    zh: '文件可读,但结构不合规范:{what}。建议重新导出。',
    en: 'Readable, but not as the specification asks: {what}. Better export it again.',
  },
  encrypted: {
    severity: 'warning',
    zh: '文件已加密或受密码保护。文件照收,但无法检查内容;请提交未加密的版本。',
    en: 'The file is encrypted or protected by a password. It is kept, but cannot be checked; submit a plain version.',
  },
  'read-in-part': {
    severity: 'info',
    zh: '文件很大,只检查了前 {bytes} 字节。',
    en: 'The file is large; only its first {bytes} bytes were checked.',
  },
  'companion-missing': {
    severity: 'error',
    zh: '缺少配套文件 {name}。请与主文件一起提交。',
    en: 'The companion file {name} is missing. Submit it together with the main file.',
  },
  'companion-advised': {
    severity: 'warning',
    zh: '缺少配套文件 {name}({why})。建议补充。',
    en: 'The companion file {name} is missing ({why}). Better add it.',
  },
  'companion-disagrees': {
    severity: 'error',
    zh: '配套文件 {name} 与主文件不一致:{what}。请一起重新导出。',
    en: 'The companion file {name} disagrees with the main file: {what}. Export them together again.',
  },
  'companions-not-checked': {
    severity: 'info',
    zh: '未检查配套文件。',
    en: 'The companion files were not looked for.',
  },
  'crs-missing': {
    severity: 'warning',
    zh: '没有坐标系说明,无法在地图上定位。请补充坐标系(建议 CGCS2000)。',
    en: 'No coordinate reference system is given, so it cannot be placed on the map. Add one (CGCS2000 advised).',
  },
  'crs-unknown': {
    severity: 'warning',
    zh: '无法识别坐标系({crs}),未换算经纬度。请核对。',
    en: 'The coordinate reference system ({crs}) is not known; no degrees were computed. Check it.',
  },
  'coordinates-out-of-range': {
    severity: 'warning',
    zh: '坐标超出经纬度范围({bbox})。请核对坐标系。',
    en: 'Coordinates are outside of longitude and latitude ({bbox}). Check the coordinate reference system.',
  },
  'encoding-doubtful': {
    severity: 'warning',
    zh: '文字编码不明确,按 {encoding} 读取。建议改用 UTF-8。',
    en: 'The text encoding is unclear and was read as {encoding}. Better use UTF-8.',
  },
  'section-missing': {
    severity: 'error',
    zh: '缺少必需的部分 {name}。请补全后重新导出。',
    en: 'The required section {name} is missing. Add it and export again.',
  },
  'field-missing': {
    severity: 'warning',
    zh: '缺少必填项 {name}。请补填。',
    en: 'The required item {name} is missing. Fill it in.',
  },
  'value-not-number': {
    severity: 'error',
    zh: '“{value}”不是数值({name})。小数点请用“.”。',
    en: '"{value}" is not a number ({name}). Use "." as the decimal mark.',
  },
  'column-count': {
    severity: 'error',
    zh: '共 {count} 行的列数与曲线数 {expected} 不同。请检查数据段。',
    en: '{count} rows do not have {expected} values as the curve section says. Check the data section.',
  },
  'values-disagree': {
    severity: 'warning',
    zh: '{what}:头部为 {declared},数据为 {actual}。请核对。',
    en: '{what}: the header says {declared}, the data {actual}. Check which is right.',
  },
  'no-data': {
    severity: 'warning',
    zh: '没有数据记录。请确认是否导出完整。',
    en: 'There are no data records. Check whether the export is complete.',
  },
  'ragged-rows': {
    severity: 'warning',
    zh: '{count} 行的列数不是 {expected}。请检查分隔符和引号。',
    en: '{count} rows do not have {expected} columns. Check delimiters and quotes.',
  },
  'unclosed-quote': {
    severity: 'warning',
    zh: '引号没有成对。请检查。',
    en: 'A quote is not closed. Check it.',
  },
  'bad-characters': {
    severity: 'warning',
    zh: '有无法按 {encoding} 解码的字符。请核对编码后重新导出。',
    en: 'Some characters cannot be read as {encoding}. Check the encoding and export again.',
  },
  'duplicate-column': {
    severity: 'warning',
    zh: '列名“{name}”重复。请改名。',
    en: 'The column name "{name}" appears twice. Rename one.',
  },
  'path-escape': {
    severity: 'error',
    zh: '条目路径“{name}”指向压缩包之外。请去掉绝对路径和“..”后重新打包。',
    en: 'The entry "{name}" points outside of the archive. Pack it again without absolute paths and "..".',
  },
  'link-entry': {
    severity: 'warning',
    zh: '条目“{name}”是链接或特殊文件,不会被展开。请放入文件本身。',
    en: 'The entry "{name}" is a link or special file and is never followed. Pack the file itself.',
  },
  'archive-bomb': {
    severity: 'error',
    zh: '展开后的大小异常({size} 字节,约 {ratio} 倍),已拒绝展开。请提交正常的压缩包。',
    en: 'Unpacked it would be abnormally large ({size} bytes, about {ratio} times). Submit an ordinary archive.',
  },
  'too-many-entries': {
    severity: 'warning',
    zh: '条目过多({count} 个)。请拆分压缩包。',
    en: 'There are too many entries ({count}). Split the archive.',
  },
  'nested-archive': {
    severity: 'warning',
    zh: '压缩包内还有压缩包({name})。请只打包一层。',
    en: 'There is an archive inside of the archive ({name}). Pack one level only.',
  },
  'checksum-wrong': {
    severity: 'error',
    zh: '校验和不符:{what}。请重新打包或传输。',
    en: 'The checksum is wrong: {what}. Pack or transfer it again.',
  },
  'unsupported-feature': {
    severity: 'info',
    zh: '使用了本系统不读取的特性:{what}。文件照收。',
    en: 'It uses a feature that is not read here: {what}. The file is kept.',
  },
  'outside-reference': {
    severity: 'error',
    zh: '文件引用外部实体({what}),未读取。请去掉后重新导出。',
    en: 'The file refers to an outside entity ({what}), which was not read. Remove it and export again.',
  },
} as const satisfies Record<string, Text>;
