import { transfers } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { RowActions } from './RowActions.tsx';
import { TransferStateTag } from './TransferStateTag.tsx';
import { Due, ListLink, useArchiveName, useWhy } from './words.tsx';

/** How the transfers of a dossier stand; nothing where it owes none. */
export const TransferPanel = ({ dossierId }: { dossierId: string }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const archive = useArchiveName();
  const why = useWhy();
  const query = useRead(transfers.dossierTransfers, { params: { id: dossierId } });
  if (query.data?.items.length === 0) return null;
  return (
    <Panel title={t('transfers.panel')}>
      <QueryView query={query} rows={2}>
        {({ items }) => (
          <Rows
            label={t('transfers.panel')}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: 'to', title: t('transfers.to'), show: ({ to }) => archive(to) },
              {
                key: 'state',
                title: t('transfers.state'),
                show: (row) => <TransferStateTag of={row} />,
                width: 150,
              },
              { key: 'due', title: t('transfers.due'), show: (row) => <Due of={row} />, width: 160 },
              { key: 'list', title: t('transfers.list'), show: (row) => <ListLink of={row} />, width: 170 },
              {
                key: 'received',
                title: t('transfers.receivedOn'),
                show: ({ received }) => (received === undefined ? '' : day(received.on)),
                width: 130,
              },
              { key: 'why', title: t('transfers.why'), show: why },
              {
                key: 'action',
                title: t('transfers.actions'),
                show: (row) => <RowActions of={row} />,
                width: 160,
              },
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
};
