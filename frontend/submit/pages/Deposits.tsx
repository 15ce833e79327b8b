import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDepositColumns } from '../deposit/columns.tsx';
import { useWhoseColumn } from '../organisation/whose.ts';

const Deposits = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const plain = useDepositColumns();
  const whose = useWhoseColumn<Deposit>();
  const columns = useMemo(() => [...plain, ...whose], [plain, whose]);
  const list = useList<Deposit, typeof intake.listDeposits>(intake.listDeposits, columns);
  const start = (
    <Button type="primary" onClick={() => void navigate('/new')}>
      {t('nav.new')}
    </Button>
  );
  return (
    <Page title={t('nav.deposits')} lead={t('deposits.lead')} actions={start}>
      <DataList
        {...list}
        label={t('nav.deposits')}
        rowKey={(row) => row.id}
        empty={{ title: t('deposits.empty'), hint: t('deposits.emptyHint'), action: start }}
      />
    </Page>
  );
};
export default Deposits;
