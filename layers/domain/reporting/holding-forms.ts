import type { EntrustedKind } from '../custody/agreement.ts';
import type { HoldingForm } from './words.ts';

type Row = { kind: EntrustedKind; category?: string | undefined; count: number; unit: string };

/**
 * By which words of its category a physical set belongs to a form, and in which units the form is counted (domain.md §5, T3). Ours:
 * custodians write both freely. The first that fits counts.
 */
const physical: readonly {
  form: HoldingForm;
  words: readonly string[];
  units: readonly string[];
}[] = [
  { form: 'core', words: ['岩心', '岩芯', 'core'], units: ['米', 'm', 'metre', 'metres', 'meter', 'meters'] },
  { form: 'cuttings', words: ['岩屑', 'cuttings'], units: ['袋', '包', 'bag', 'bags'] },
  {
    form: 'sections',
    words: ['薄片', '光片', 'section'],
    units: ['片', '块', '件', '个', 'piece', 'pieces'],
  },
  { form: 'specimens', words: ['标本', 'specimen'], units: ['块', '件', '个', 'piece', 'pieces'] },
  {
    form: 'samples',
    words: ['样', 'sample'],
    units: ['件', '个', '块', '份', '瓶', '袋', 'piece', 'pieces'],
  },
];

/**
 * What a row of a list of holdings adds to the figures of forms: a set of original data counts as one, physical data by the amount where
 * its unit is that of the form. Boxes of core, say, are no metres: such a row has no form.
 */
export const formOf = ({ kind, category = '', count, unit }: Row): { form?: HoldingForm; amount: number } => {
  if (kind === 'original') return { form: 'original', amount: 1 };
  // To a millionth, as the fold adds.
  const amount = Math.round(count * 1e6) / 1e6;
  const [name, counted] = [category.toLowerCase(), unit.trim().toLowerCase()];
  const found = physical.find(
    ({ words, units }) => words.some((word) => name.includes(word)) && units.includes(counted),
  );
  return found === undefined ? { amount } : { form: found.form, amount };
};
