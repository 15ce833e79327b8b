import type { DepositFile } from '@geoarchive/contract/deposits.ts';
import { archive, preview } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useFileColumns } from '@geoarchive/frontend-shared/files/columns.tsx';
import { OpenLink } from '@geoarchive/frontend-shared/files/OpenLink.tsx';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { previewers } from '../roles.ts';

type Props = { id: string /** A state secret, which has no files. */; stub: boolean; extra: ReactNode };

/** The files of a review with their findings; whoever checks opens them from here. */
export const ReviewFiles = ({ id, stub, extra }: Props) => {
  const { t } = useTranslation();
  const api = useApi();
  const mayOpen = reaches(previewers, usePerson()?.roles ?? []);
  const input = useMemo(() => ({ params: { id } }), [id]);
  const plain = useFileColumns();
  const columns = useMemo(() => {
    const link = ({ no }: DepositFile) => api.call(preview.openReviewFile, { params: { id, no } });
    const show = (row: DepositFile) => <OpenLink path={row.path} link={() => link(row)} />;
    return mayOpen ? plain.map((column) => (column.key === 'path' ? { ...column, show } : column)) : plain;
  }, [plain, api, id, mayOpen]);
  const list = useList<DepositFile, typeof archive.listReviewFiles>(archive.listReviewFiles, columns, input);
  return (
    <Panel title={t('file.title')} extra={extra}>
      <DataList
        {...list}
        label={t('file.title')}
        rowKey={(row) => String(row.no)}
        empty={{ title: t(stub ? 'review.stubFiles' : 'file.empty') }}
      />
    </Panel>
  );
};
