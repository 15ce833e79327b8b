import type { changeCodeList } from '@geoarchive/contract/codes.ts';
import type { BodyOf } from '@geoarchive/contract/route.ts';
import type { CodeListId } from '@geoarchive/domain/codes/ids.ts';

/** What the dialogs hold; each uses some of it. */
export type ChangeValues = {
  slug?: string;
  code?: string;
  zh?: string;
  en?: string;
  from?: string;
  to?: string;
  parent?: string;
  replacedBy?: string[];
  reason: string;
};

type Edit = BodyOf<typeof changeCodeList>['edit'];

const trimmed = (text: string | undefined): string => text?.trim() ?? '';
const given = <K extends string>(key: K, text: string | undefined): { [Key in K]?: string } =>
  trimmed(text) === '' ? {} : ({ [key]: trimmed(text) } as { [Key in K]: string }); // A computed key widens to string.

const nameOf = ({ zh, en }: ChangeValues) => ({ zh: trimmed(zh), en: trimmed(en) || trimmed(zh) });

/** A dialog's values as the edit that the API takes. */
export const editOf = {
  /** A region is called by its code. */
  add: (list: CodeListId, values: ChangeValues): Edit => {
    const code = trimmed(values.code);
    const slug = list === 'regions' ? code : trimmed(values.slug);
    const more = { ...given('from', values.from), ...given('parent', values.parent) };
    return { kind: 'add', slug, code, name: nameOf(values), ...more };
  },
  rename: (slug: string, values: ChangeValues): Edit => ({
    ...{ kind: 'rename', slug, name: nameOf(values), from: trimmed(values.from) },
  }),
  retire: (slug: string, { to, replacedBy = [] }: ChangeValues): Edit => ({
    ...{ kind: 'retire', slug, to: trimmed(to), replacedBy },
  }),
};
