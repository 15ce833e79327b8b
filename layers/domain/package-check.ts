import { isStateSecret, looksMarkedSecret, type Secrecy } from './secrecy.ts';
import type { Bilingual } from './text.ts';

/** What the package rules look at, of each file. */
export type CheckedFile = {
  path: string;
  size: number;
  uploaded: boolean;
  sha256?: string | undefined;
  format?: string | undefined;
  findings: readonly { code: string; severity: 'error' | 'warning' | 'info' }[];
};
export type CheckedPackage = {
  secrecy: Secrecy;
  source: string;
  licenceEnd?: string | undefined;
  files: readonly CheckedFile[];
};
export type PackageFinding = {
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: Bilingual;
  at?: string;
};

type Rule = {
  code: string;
  severity: PackageFinding['severity'];
  /** Where the rule comes from. */
  reference: string;
  message: Bilingual;
  /** The places that break it; an empty text stands for the whole package. */
  breaks: (of: CheckedPackage) => string[];
};

const extension = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
const stem = (path: string): string => path.replace(/\.[^./]+$/, '').toLowerCase();
const has = (file: CheckedFile, code: string): boolean =>
  file.findings.some((finding) => finding.code === code);
const paths = (of: CheckedPackage, test: (file: CheckedFile) => boolean): string[] =>
  of.files.filter(test).map(({ path }) => path);
const duplicates = (of: CheckedPackage, key: (file: CheckedFile) => string | undefined): string[] => {
  const first = new Map<string, string>();
  return of.files.flatMap((file) => {
    const k = key(file);
    if (k === undefined) return [];
    const earlier = first.get(k);
    if (earlier === undefined) first.set(k, file.path);
    return earlier === undefined ? [] : [`${file.path} = ${earlier}`];
  });
};

const textSources = new Set(['doc', 'docx', 'wps', 'rtf', 'odt']);
const companions = ['shx', 'dbf'] as const;

/**
 * The rules of a package (domain.md §9.5, after the 2006 format rule and DZ/T 0273). Only what the law or the keeping of the
 * files forbids is an error; naming and completeness, whose national values are not established, are warnings.
 */
export const packageRules: readonly Rule[] = [
  {
    code: 'no-files',
    severity: 'error',
    reference: '实施办法；domain.md §9.5',
    message: {
      zh: '汇交中没有文件，请登记并上传。',
      en: 'The deposit has no files: register and upload them.',
    },
    breaks: (of) => (of.files.length === 0 && !isStateSecret(of.secrecy) ? [''] : []),
  },
  {
    code: 'file-not-uploaded',
    severity: 'error',
    reference: 'domain.md §9.5 (6)',
    message: {
      zh: '文件已登记但没有上传，请上传或移除。',
      en: 'Registered but never uploaded: upload it or remove it.',
    },
    breaks: (of) => paths(of, ({ uploaded }) => !uploaded),
  },
  {
    code: 'checksum-mismatch',
    severity: 'error',
    reference: 'domain.md §9.5 (6)',
    message: {
      zh: '文件内容与登记的 SHA-256 或大小不符，请重新上传。',
      en: 'The content does not match the SHA-256 or size declared: upload it again.',
    },
    breaks: (of) => paths(of, (file) => has(file, 'checksum-mismatch') || has(file, 'size-mismatch')),
  },
  {
    code: 'encrypted-file',
    severity: 'error',
    reference: 'domain.md §9.5 (6)',
    message: {
      zh: '文件有密码，无法长期保存；请去除密码后重新上传。',
      en: 'It is protected by a password and could not be kept: remove the password and upload it again.',
    },
    breaks: (of) => paths(of, (file) => has(file, 'encrypted')),
  },
  {
    code: 'inspection-failed',
    severity: 'error',
    reference: 'domain.md §9.5 (6)',
    message: {
      zh: '系统未能读取该文件，无法为它出具校验值；请重新上传或移除。',
      en: 'The system could not read it, so it has no checksum to stand for it: upload it again or remove it.',
    },
    breaks: (of) => paths(of, (file) => has(file, 'inspection-failed')),
  },
  {
    code: 'secrecy-mark-found',
    severity: 'error',
    reference: '国土资发〔2008〕69号；domain.md 更正 1',
    message: {
      zh: '文件名带有涉密标志。国家秘密不得上传；若确为涉密请立即联系馆藏机构，若不涉密请改名。',
      en: 'The name carries a secrecy mark. State secrets must not be uploaded: if it is one, call the archive at once; if not, rename it.',
    },
    breaks: (of) => paths(of, ({ path }) => looksMarkedSecret(path)),
  },
  {
    code: 'file-unreadable',
    severity: 'warning',
    reference: 'domain.md §9.5 (6)',
    message: {
      zh: '文件无法完整读取，可能已损坏，请核对。',
      en: 'It could not be read in full and may be damaged: check it.',
    },
    breaks: (of) =>
      paths(of, ({ findings }) =>
        findings.some(
          ({ code, severity }) =>
            severity === 'error' &&
            code !== 'encrypted' &&
            code !== 'checksum-mismatch' &&
            code !== 'size-mismatch',
        ),
      ),
  },
  {
    code: 'empty-file',
    severity: 'warning',
    reference: 'domain.md §9.5',
    message: { zh: '空文件（0 字节），请核对。', en: 'The file is empty (0 bytes): check it.' },
    breaks: (of) => paths(of, ({ size }) => size === 0),
  },
  {
    code: 'duplicate-content',
    severity: 'warning',
    reference: 'domain.md §9.5 (12)',
    message: { zh: '两个文件内容完全相同。', en: 'Two files have the same content.' },
    breaks: (of) => duplicates(of, ({ sha256, size }) => (size === 0 ? undefined : sha256)),
  },
  {
    code: 'names-differ-by-case',
    severity: 'warning',
    reference: 'domain.md §9.5',
    message: {
      zh: '两个路径只有大小写不同，在 Windows 上会互相覆盖。',
      en: 'Two paths differ by letter case only and would overwrite each other on Windows.',
    },
    breaks: (of) => duplicates(of, ({ path }) => path.toLowerCase()),
  },
  {
    code: 'companion-missing',
    severity: 'warning',
    reference: 'ESRI Shapefile',
    message: {
      zh: 'Shapefile 缺少 .shx 或 .dbf 文件，请补充。',
      en: 'The shapefile lacks its .shx or .dbf: add it.',
    },
    breaks: (of) => {
      const there = new Set(of.files.map(({ path }) => path.toLowerCase()));
      return paths(
        of,
        ({ path }) => extension(path) === 'shp' && companions.some((c) => !there.has(`${stem(path)}.${c}`)),
      );
    },
  },
  {
    code: 'archive-pdf-missing',
    severity: 'warning',
    reference: '国土资发〔2006〕210号；domain.md §2.1',
    message: {
      zh: '源文件没有对应的存档 PDF，请补充。',
      en: 'This source text has no archive PDF beside it: add one.',
    },
    breaks: (of) => {
      const pdfs = new Set(
        of.files
          .filter(({ path }) => extension(path) === 'pdf')
          .map(({ path }) => stem(path).split('/').at(-1)),
      );
      return paths(
        of,
        ({ path }) => textSources.has(extension(path)) && !pdfs.has(stem(path).split('/').at(-1)),
      );
    },
  },
  {
    code: 'licence-end-missing',
    severity: 'warning',
    reference: '条例第十五条',
    message: {
      zh: '未填许可证截止日期，资料将无法确定公开日期；请补充许可证截止日期或选择对应的汇交任务。',
      en: 'The end of the licence is missing, so no day of publication can be told: give it, or choose the task it belongs to.',
    },
    breaks: (of) => (of.source.endsWith('-right') && of.licenceEnd === undefined ? [''] : []),
  },
  {
    code: 'licence-copy-missing',
    severity: 'warning',
    reference: 'domain.md §1.5 [S29]',
    message: {
      zh: '矿业权资料应附许可证复印件（文件名含“许可证”）。',
      en: 'Data of a right should have a copy of the licence (许可证 in its name).',
    },
    breaks: (of) =>
      of.source.endsWith('-right') &&
      of.files.length > 0 &&
      !of.files.some(({ path }) => /许可证|licen[cs]e/i.test(path))
        ? ['']
        : [],
  },
];

/** Runs every rule; a place is named by its path. */
export const checkPackage = (of: CheckedPackage): PackageFinding[] =>
  packageRules.flatMap(({ code, severity, message, breaks }) =>
    breaks(of).map((at) => ({ code, severity, message, ...(at === '' ? {} : { at }) })),
  );
