import type { Deposit, DepositFile } from '@geoarchive/contract/deposits.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { useFileColumns } from '@geoarchive/frontend-shared/files/columns.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrawer } from './FileDrawer.tsx';
import { RemoveFile } from './RemoveFile.tsx';

/** The files of a deposit, with what the inspection found in each. */
export const FileList = ({ deposit }: { deposit: Deposit }) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<number>();
  const shared = useFileColumns();
  const open = deposit.state === 'open';
  const columns = useMemo(
    () => [
      ...shared,
      {
        key: 'action',
        heading: t('file.action'),
        text: () => '',
        actions: true,
        sortable: false,
        width: 150,
        show: (row: DepositFile) => (
          <>
            <Button type="link" size="small" onClick={() => setOpened(row.no)}>
              {t('file.report')}
            </Button>
            {open && <RemoveFile id={deposit.id} no={row.no} path={row.path} />}
          </>
        ),
      },
    ],
    [shared, t, open, deposit.id],
  );
  const tick = `${deposit.state} ${deposit.counts.registered} ${deposit.counts.inspected}`;
  const list = useList<DepositFile, typeof intake.listFiles>(
    intake.listFiles,
    columns,
    { params: { id: deposit.id } },
    tick,
  );
  return (
    <Panel title={t('file.title')}>
      <DataList
        {...list}
        label={t('file.title')}
        rowKey={(row) => String(row.no)}
        empty={{ title: t('file.empty') }}
      />
      {opened !== undefined && (
        <FileDrawer id={deposit.id} no={opened} onClose={() => setOpened(undefined)} />
      )}
    </Panel>
  );
};
