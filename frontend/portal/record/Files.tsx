import { DownloadOutlined } from '@ant-design/icons';
import type { PublicRecord } from '@geoarchive/contract/portal.ts';
import { portal } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { App, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';

type File = PublicRecord['files'][number];
const virtualFrom = 200;

const Download = ({ id, file }: { id: string; file: File }) => {
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

/** The files everybody may have, each by a link that is valid for minutes. */
export const Files = ({ record }: { record: PublicRecord }) => {
  const { t } = useTranslation();
  const { files, id } = record;
  const virtual = files.length > virtualFrom;
  return (
    <Panel title={t('record.files', { files: formatCount(record.fileCount) })}>
      {files.length === 0 ? (
        <Empty title={t('record.noFiles')} hint={t('record.noFilesHint')} />
      ) : (
        <Table<File>
          size="small"
          rowKey="no"
          dataSource={files}
          pagination={false}
          virtual={virtual}
          scroll={virtual ? { x: 900, y: 480 } : { x: 'max-content' }}
          columns={[
            { key: 'path', title: t('file.path'), render: (_, file) => <code>{file.path}</code>, width: 420 },
            { key: 'format', title: t('file.format'), dataIndex: 'format', width: 160 },
            {
              key: 'size',
              title: t('file.size'),
              render: (_, file) => formatBytes(file.size),
              align: 'right',
              width: 100,
            },
            {
              key: 'sha256',
              title: 'SHA-256',
              render: (_, file) => <code title={file.sha256}>{file.sha256.slice(0, 12)}…</code>,
              width: 150,
            },
            {
              key: 'action',
              title: t('action.download'),
              render: (_, file) => <Download id={id} file={file} />,
              width: 120,
            },
          ]}
        />
      )}
    </Panel>
  );
};
