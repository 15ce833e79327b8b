import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { operations } from '@geoarchive/contract/routes.ts';
import type { Plane } from '@geoarchive/domain/planes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Entry = ReplyOf<typeof operations.deadLetterHistory>['items'][number];
type Params = { plane: Plane; queue: string };
const discardAction = operations.discardDeadLetters.audit;

/** What a discarded message said. */
const Kept = ({ params, id, onClose }: { params: Params; id: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const query = useRead(operations.readDiscarded, { params: { ...params, message: id } });
  return (
    <Modal open width={760} title={t('letters.kept')} footer={null} onCancel={onClose}>
      <QueryView query={query} rows={4}>
        {({ text, cut }) => (
          <>
            <pre className="ga-raw">{text}</pre>
            {cut && <p className="ga-soft">{t('letters.cut')}</p>}
          </>
        )}
      </QueryView>
    </Modal>
  );
};

/** What was done about the messages of a queue: by whom, when, why. */
export const History = ({ params }: { params: Params }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const [open, setOpen] = useState<string>();
  const columns = useMemo(
    () => [
      {
        key: 'at',
        heading: t('letters.at'),
        text: (row: Entry) => time(row.at),
        order: (row: Entry) => row.at,
        width: 150,
      },
      {
        key: 'action',
        heading: t('letters.done'),
        text: (row: Entry) =>
          t(row.action === discardAction ? 'letters.didDiscard' : 'letters.didReplay', {
            count: row.messages.length,
          }),
        width: 120,
      },
      { key: 'by', heading: t('letters.by'), text: (row: Entry) => row.byName, width: 110 },
      {
        key: 'reason',
        heading: t('letters.discardReason'),
        text: (row: Entry) => row.reason ?? '',
        width: 360,
      },
      {
        key: 'kept',
        heading: t('letters.kept'),
        text: (row: Entry) => (row.action === discardAction ? (row.messages[0] ?? '') : ''),
        show: (row: Entry) =>
          row.action === discardAction &&
          row.messages.map((id) => (
            <Button key={id} type="link" size="small" className="ga-cell-button" onClick={() => setOpen(id)}>
              {id.slice(0, 8)}
            </Button>
          )),
        sortable: false,
        width: 130,
      },
    ],
    [t, time],
  );
  const input = useMemo(() => ({ params }), [params]);
  const list = useList<Entry, typeof operations.deadLetterHistory>(
    operations.deadLetterHistory,
    columns,
    input,
  );
  return (
    <Panel title={t('letters.history')}>
      <DataList
        {...list}
        label={t('letters.history')}
        rowKey={(row) => `${row.at} ${row.messages.join()}`}
        empty={{ title: t('letters.historyEmpty') }}
      />
      {open !== undefined && <Kept params={params} id={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
};
