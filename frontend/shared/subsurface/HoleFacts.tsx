import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { Facts } from '../detail/Facts.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { cellText } from './hole-words.ts';

/** What the header of a hole says, in the order of the template; what it does not say is left out. */
export const HoleFacts = ({ header }: { header: Readonly<Record<string, Values[string] | undefined>> }) => {
  const { say } = useLanguage();
  return (
    <Facts
      items={headerTable.columns.map((column) => ({
        label: say(column.label),
        value: cellText(column, header[column.key], say),
      }))}
    />
  );
};
