import type { DepositFile } from '@geoarchive/contract/deposits.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { useFileColumns } from '@geoarchive/frontend-shared/files/columns.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The files of a review with their findings. */
export const ReviewFiles = ({ id, extra }: { id: string; extra: ReactNode }) => {
  const { t } = useTranslation();
  const input = useMemo(() => ({ params: { id } }), [id]);
  const list = useList<DepositFile, typeof archive.listReviewFiles>(
    archive.listReviewFiles,
    useFileColumns(),
    input,
  );
  return (
    <Panel title={t('file.title')} extra={extra}>
      <DataList
        {...list}
        label={t('file.title')}
        rowKey={(row) => String(row.no)}
        empty={{ title: t('file.empty') }}
      />
    </Panel>
  );
};
