import type { Bilingual } from '../text.ts';
import type { HoleHeader } from './header.ts';
import type { Severity } from './remark.ts';
import type { ChildKind, Children } from './tables.ts';

/** What a rule looks at: depths in metres, the place as given. */
export type CheckedHole = { header: HoleHeader; children: Children };
/** One breach: what fills the rule's text, and where it stands (`at` counts the rows of a kind from 0; without a kind the header). */
export type Breach = {
  values?: Readonly<Record<string, string | number>>;
  kind?: ChildKind;
  at?: number;
  column?: string;
  depth?: number;
  mend?: (header: HoleHeader) => HoleHeader;
};
export type HoleRule = {
  code: string;
  severity: Severity;
  message: Bilingual;
  remedy: Bilingual;
  test: (hole: CheckedHole) => readonly Breach[];
};
