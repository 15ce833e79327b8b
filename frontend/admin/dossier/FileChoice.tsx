import { secrecyNames } from '@geoarchive/domain/secrecy.ts';
import { formatBytes } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { RowSource } from '@geoarchive/frontend-shared/list/source.ts';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DossierFile } from './DossierFiles.tsx';

type Props = { files: RowSource<DossierFile>; chosen: number[]; onChoose: (numbers: number[]) => void };

/** The files of a dossier to choose from for a release; what is not public by its secrecy cannot be chosen. */
export const FileChoice = ({ files, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <>
      <p>{t('release.choose')}</p>
      <Table<DossierFile>
        size="small"
        rowKey="no"
        loading={files.rows === undefined || !files.complete}
        dataSource={files.rows ?? []}
        pagination={false}
        virtual
        scroll={{ x: 700, y: 320 }}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => onChoose(keys.map(Number)),
          getCheckboxProps: (row) => ({
            disabled: row.secrecy !== 'public',
            'aria-label': row.path,
          }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('release.chooseAll') }),
        }}
        columns={[
          { key: 'path', title: t('file.path'), render: (_, row) => <code>{row.path}</code>, width: 420 },
          {
            key: 'size',
            title: t('file.size'),
            render: (_, row) => formatBytes(row.size),
            width: 100,
            align: 'right',
          },
          {
            key: 'secrecy',
            title: t('review.secrecy'),
            render: (_, row) => say(secrecyNames[row.secrecy]),
            width: 100,
          },
        ]}
      />
    </>
  );
};
