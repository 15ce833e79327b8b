import { DownloadOutlined } from '@ant-design/icons';
import type { PublicFile, PublicRecord } from '@geoarchive/contract/portal.ts';
import { portal } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { App, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const Download = ({ id, file }: { id: string; file: PublicFile }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const api = useApi();
  const download = async () => {
    try {
      const { url } = await api.call(portal.downloadFile, { params: { id, no: file.no } });
      const link = document.createElement('a');
      link.href = url;
      link.rel = 'noopener';
      link.download = file.path.split('/').at(-1) ?? file.path;
      link.click();
    } catch (error) {
      message.error(problemText(error, t), 8);
    }
  };
  return (
    <Button
      size="small"
      icon={<DownloadOutlined />}
      aria-label={t('record.downloadOf', { path: file.path })}
      onClick={() => void download()}
    >
      {t('action.download')}
    </Button>
  );
};

/** The files everybody may have, each by a link that is valid for minutes; they come page by page. */
export const Files = ({ record }: { record: PublicRecord }) => {
  const { t } = useTranslation();
  const { id } = record;
  const columns = useMemo(
    (): Column<PublicFile>[] => [
      {
        key: 'path',
        heading: t('file.path'),
        text: (file) => file.path,
        show: (file) => <code>{file.path}</code>,
        width: 420,
      },
      { key: 'format', heading: t('file.format'), text: (file) => file.format, width: 160 },
      {
        key: 'size',
        heading: t('file.size'),
        text: (file) => formatBytes(file.size),
        order: (file) => file.size,
        numeric: true,
        width: 100,
      },
      {
        key: 'sha256',
        heading: 'SHA-256',
        text: (file) => file.sha256,
        show: (file) => <code title={file.sha256}>{file.sha256.slice(0, 12)}…</code>,
        width: 150,
      },
      {
        key: 'action',
        heading: t('action.download'),
        text: () => '',
        actions: true,
        show: (file) => <Download id={id} file={file} />,
        sortable: false,
        width: 120,
      },
    ],
    [t, id],
  );
  const list = useList<PublicFile, typeof portal.listRecordFiles>(portal.listRecordFiles, columns, {
    params: { id },
  });
  return (
    <Panel title={t('record.files', { files: formatCount(record.fileCount) })}>
      <DataList
        {...list}
        label={t('file.title')}
        rowKey={(file) => String(file.no)}
        empty={{ title: t('record.noFiles'), hint: t('record.noFilesHint') }}
      />
    </Panel>
  );
};
