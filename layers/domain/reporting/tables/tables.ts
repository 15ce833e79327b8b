import type { Bilingual } from '../../text.ts';
import type { Figure, TableCode } from '../figure.ts';
import { evaluationFigures } from './evaluation.ts';
import { t1 } from './t1.ts';
import { t2 } from './t2.ts';
import { t3 } from './t3.ts';
import { t4 } from './t4.ts';
import { t5 } from './t5.ts';
import { t6 } from './t6.ts';
import { t7 } from './t7.ts';
import { t8 } from './t8.ts';

/** The titles of the tables. Our own derivation: the ministry's attached tables could not be read (domain.md §5). */
export const tableNames: Readonly<Record<TableCode, Bilingual>> = {
  T1: { zh: '表 1 汇交', en: 'Table 1 Submission' },
  T2: { zh: '表 2 验收与转送', en: 'Table 2 Acceptance and transfer' },
  T3: { zh: '表 3 馆藏', en: 'Table 3 Holdings' },
  T4: { zh: '表 4 涉密资料', en: 'Table 4 Classified data' },
  T5: { zh: '表 5 服务', en: 'Table 5 Service' },
  T6: { zh: '表 6 保护与公开', en: 'Table 6 Protection and publication' },
  T7: { zh: '表 7 信息化', en: 'Table 7 Informatisation' },
  T8: { zh: '表 8 机构', en: 'Table 8 Institution' },
  E: { zh: '评估用数据', en: 'Data of the evaluation' },
};

/** Every figure, in the order in which it is shown. */
export const figures: readonly Figure[] = [
  ...t1,
  ...t2,
  ...t3,
  ...t4,
  ...t5,
  ...t6,
  ...t7,
  ...t8,
  ...evaluationFigures,
];
const byCode = new Map(figures.map((figure) => [figure.code, figure]));

export const figureOf = (code: string): Figure | undefined => byCode.get(code);
export const figuresIn = (table: TableCode): readonly Figure[] =>
  figures.filter((one) => one.table === table);
