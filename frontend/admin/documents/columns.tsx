import type { StoredDocument } from '@geoarchive/contract/documents.ts';
import { documentKindCodes, documentKinds, documentLifecycle } from '@geoarchive/domain/documents.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { DocumentState } from '@geoarchive/frontend-shared/documents/DocumentState.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The columns of a list of papers. */
export const useDocumentColumns = (): Column<StoredDocument>[] => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'number',
        heading: t('documents.number'),
        text: (row) => row.number,
        show: (row) => <Link to={`/documents/${row.number}`}>{row.number}</Link>,
        width: 190,
      },
      {
        key: 'kind',
        heading: t('documents.kind'),
        text: (row) => say(documentKinds[row.kind].name),
        filter: documentKindCodes
          .filter((value) => value !== 'receipt')
          .map((value) => ({ value, label: say(documentKinds[value].name) })),
        filterBy: (row) => row.kind,
        width: 190,
      },
      {
        key: 'title',
        heading: t('description.title'),
        text: (row) => row.says.title ?? t('documents.withheld'),
      },
      {
        key: 'submitter',
        heading: t('documents.submitter'),
        text: (row) => row.says.submitterName ?? row.says.submitter,
        width: 170,
      },
      {
        key: 'issuedAt',
        heading: t('documents.issuedAt'),
        text: (row) => time(row.issuedAt),
        order: (row) => row.issuedAt,
        width: 170,
      },
      {
        key: 'state',
        heading: t('documents.state'),
        text: (row) => say(documentLifecycle.states[row.state]),
        show: (row) => <DocumentState of={row.state} />,
        filter: statesOf(documentLifecycle).map((value) => ({
          value,
          label: say(documentLifecycle.states[value]),
        })),
        filterBy: (row) => row.state,
        width: 90,
      },
    ],
    [t, say, time],
  );
};
