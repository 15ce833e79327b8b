import type { OrganisationOutcome, OrganisationRowInput } from '@geoarchive/contract/organisations.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportPreview } from '../imports/ImportPreview.tsx';
import { useOrganisationWords } from './words.ts';

export type PreviewRow = OrganisationOutcome & { row: OrganisationRowInput };
const outcomes = ['new', 'changed', 'unchanged', 'refused'] as const;
const keyOf = ({ code }: PreviewRow) => code;

/** What an import of organisations would do, row by row. */
export const Outcomes = ({ rows }: { rows: readonly PreviewRow[] }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useOrganisationWords();
  const columns = useMemo(
    (): Column<PreviewRow>[] => [
      { key: 'code', heading: t('organisations.code'), text: keyOf, width: 190 },
      { key: 'name', heading: t('organisations.name'), text: ({ row }) => row.name, width: 220 },
      {
        key: 'remarks',
        heading: t('registers.remarks'),
        text: (row) => row.remarks.map(({ message }) => say(message)).join(' '),
        sortable: false,
        width: 280,
      },
    ],
    [t, say],
  );
  return <ImportPreview rows={rows} rowKey={keyOf} outcomes={outcomes} columns={columns} words={words} />;
};
