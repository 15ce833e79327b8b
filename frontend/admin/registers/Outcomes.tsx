import type { RegisterOutcome } from '@geoarchive/contract/supervision.ts';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportPreview } from '../imports/ImportPreview.tsx';
import { useRegisterWords } from './words.ts';

export type PreviewRow = RegisterOutcome & { row: RegisterRowInput };
const outcomes = ['new', 'changed', 'unchanged', 'refused'] as const;
const keyOf = ({ row }: PreviewRow) => `${row.kind} ${row.number} ${row.from}`;

/** What an import of registers would do, row by row: to the entry, and to the due dates of its tasks. */
export const Outcomes = ({ rows }: { rows: readonly PreviewRow[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useRegisterWords();
  const columns = useMemo((): Column<PreviewRow>[] => {
    const duties = (row: PreviewRow) =>
      row.duties
        .map(({ subject, before, after, from, to }) =>
          [`${subject}:`, before ?? '—', from, '→', after ?? '—', to].filter(Boolean).join(' '),
        )
        .join(' · ');
    return [
      { key: 'number', heading: t('registers.number'), text: (row) => row.number, width: 180 },
      { key: 'name', heading: t('registers.name'), text: ({ row }) => row.name, width: 180 },
      {
        key: 'remarks',
        heading: t('registers.remarks'),
        text: (row) => row.remarks.map(({ message }) => say(message)).join(' '),
        sortable: false,
        width: 220,
      },
      { key: 'duties', heading: t('registers.duties'), text: duties, sortable: false, width: 210 },
    ];
  }, [t, say]);
  return <ImportPreview rows={rows} rowKey={keyOf} outcomes={outcomes} columns={columns} words={words} />;
};
