import type { Bilingual } from '@geoarchive/domain/text.ts';

/** Words that stand on every paper. */
export const words = {
  seal: { zh: '（盖章处）', en: '(seal)' },
  number: { zh: '编号', en: 'Number' },
  code: { zh: '校验码', en: 'Check code' },
  how: {
    zh: '扫描二维码，或在门户网站“文书核验”中输入编号和校验码，核对本文书是否有效、所载内容是否一致。',
    en: 'Scan the code, or enter number and check code under "Check a document" on the portal, to see whether this document is valid and says the same.',
  },
  page: { zh: '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  missing: {
    zh: '注：形如〔U+20BB7〕的标记代表字库中没有的字，数字为其统一码（Unicode）编号。',
    en: 'Note: a mark such as 〔U+20BB7〕 stands for a character that the font lacks, by its Unicode number.',
  },
  void: { zh: '作 废', en: 'VOID' },
  sample: { zh: '样 张', en: 'SAMPLE' },
  withheld: { zh: '（涉密资料，题名不载）', en: '(state secret: the title is not stated)' },
} as const satisfies Record<string, Bilingual>;
