import type { Bilingual } from './text.ts';

/**
 * Secrecy (密级). 内部 is not a state secret; the three levels of state secret are 秘密, 机密, 绝密
 * (domain.md, corrections 1). Digits and letters as in GB/T 7156.
 */
export const secrecyLevels = ['public', 'internal', 'confidential', 'secret', 'top-secret'] as const;
export type Secrecy = (typeof secrecyLevels)[number];

export const secrecyNames: Readonly<Record<Secrecy, Bilingual & { code: string }>> = {
  public: { zh: '公开', en: 'Public', code: 'GK' },
  internal: { zh: '内部', en: 'Internal', code: 'XZ' },
  confidential: { zh: '秘密', en: 'Confidential', code: 'MM' },
  secret: { zh: '机密', en: 'Secret', code: 'JM' },
  'top-secret': { zh: '绝密', en: 'Top secret', code: 'UM' },
};

/** A state secret's files never enter the system; only a stub with the place of the paper does. */
export const isStateSecret = (level: Secrecy): boolean => level !== 'public' && level !== 'internal';

// As marks are written (GB/T 7156): with a star or 级 behind, or standing alone. 商业秘密 and 机密性 are words like others.
const marks = /(绝密|机密|秘密)(?=[★☆级])|(?<![\p{L}\p{N}])(绝密|机密|秘密)(?![\p{L}\p{N}])/u;

/** Whether a name or a text carries what looks like a secrecy mark. A hint for people, never a verdict. */
export const looksMarkedSecret = (text: string): boolean => marks.test(text);
