import type { Dossier } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { secrecyNames } from '@geoarchive/domain/secrecy.ts';
import { usePages, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { formatBytes } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Failed } from '@geoarchive/frontend-shared/states/states.tsx';
import { Input, Modal, Table } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierFile } from './DossierFiles.tsx';

/** Proposing a release, file by file: only public files can be chosen, each is a decision of its own. */
export const ProposeDialog = ({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const noteId = useId();
  const propose = useWrite(archive.proposeRelease);
  const input = { params: { id: dossier.id } };
  const files = useRows<DossierFile>(
    usePages<DossierFile, typeof archive.listDossierFiles>(archive.listDossierFiles, input),
    true,
  );
  const [chosen, setChosen] = useState<number[]>([]);
  const [note, setNote] = useState('');
  const send = async () => {
    await propose.mutateAsync({ ...input, body: { files: chosen, note }, ifMatch: dossier.version });
    onClose();
  };
  return (
    <Modal
      open
      width={820}
      title={t('release.propose')}
      okText={t('release.proposeCount', { count: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0 || note.trim() === '' }}
      cancelText={t('action.cancel')}
      confirmLoading={propose.isPending}
      onOk={() => void send().catch(() => undefined)}
      onCancel={onClose}
    >
      {propose.error !== null && <ProblemAlert error={propose.error} />}
      {files.error !== null && <Failed error={files.error} onRetry={files.again} />}
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
          onChange: (keys) => setChosen(keys.map(Number)),
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
      <label htmlFor={noteId} className="ga-label">
        {t('release.note')}
      </label>
      <Input.TextArea
        id={noteId}
        rows={3}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  );
};
