import { transfers } from '@geoarchive/contract/routes.ts';
import type { TransferList as List } from '@geoarchive/contract/transfers.ts';
import { transferLifecycle } from '@geoarchive/domain/transfer/transfer.ts';
import { transferListSheet } from '@geoarchive/domain/transfer/transfer-sheet.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { SheetExport } from '../imports/SheetExport.tsx';
import { answers, ListItems } from '../transfers/ListItems.tsx';
import { listValues } from '../transfers/values.ts';
import { useArchiveName } from '../transfers/words.tsx';

const Answering = ({ of }: { of: List }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<string[]>([]);
  const [refusing, setRefusing] = useState(false);
  const receive = useWrite(transfers.receiveTransfers);
  const refuse = useWrite(transfers.refuseTransfers);
  const open = of.transfers.filter((one) => answers(of, one)).map(({ id }) => id);
  // Somebody else may have answered for some of them meanwhile.
  const named = chosen.filter((id) => open.includes(id));
  const params = { id: of.id };
  const { moves } = transferLifecycle;
  return (
    <Panel title={t('transfers.listItems')}>
      {receive.error !== null && <ProblemAlert error={receive.error} />}
      {open.length > 0 && (
        <Flex gap={8} wrap align="center" className="ga-notice">
          <Button
            type="primary"
            disabled={named.length === 0}
            loading={receive.isPending}
            onClick={() =>
              receive.mutate({ params, body: { transfers: named } }, { onSuccess: () => setChosen([]) })
            }
          >
            {t('transfers.receive', { count: named.length })}
          </Button>
          <Button danger disabled={named.length === 0} onClick={() => setRefusing(true)}>
            {say(moves.refuse.label)}
          </Button>
          <Button onClick={() => setChosen(open)}>{t('transfers.chooseAll')}</Button>
          <span className="ga-soft">{t('transfers.receiveHint')}</span>
        </Flex>
      )}
      <ListItems of={of} chosen={named} onChoose={setChosen} />
      {refusing && (
        <TextDialog
          title={say(moves.refuse.label)}
          label={t('transfers.refuseWhy', { count: named.length })}
          danger
          error={refuse.error}
          busy={refuse.isPending}
          onClose={() => setRefusing(false)}
          onSend={(reason) =>
            refuse.mutateAsync({ params, body: { transfers: named, reason } }).then(() => {
              setRefusing(false);
              setChosen([]);
            })
          }
        />
      )}
    </Panel>
  );
};

const Content = ({ of }: { of: List }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const archive = useArchiveName();
  const sum = (amount: (item: List['items'][number]) => number) =>
    of.items.reduce((all, item) => all + amount(item), 0);
  return (
    <>
      <Panel title={t('transfers.listFacts')}>
        <Facts
          items={[
            { label: t('transfers.from'), value: archive(of.node) },
            { label: t('transfers.to'), value: archive(of.to) },
            { label: t('transfers.sentAt'), value: time(of.at) },
            { label: t('transfers.by'), value: of.by },
            { label: t('transfers.dossiers'), value: formatCount(of.items.length) },
            {
              label: t('transfers.files'),
              value: `${formatCount(sum(({ files }) => files))} · ${formatBytes(sum(({ bytes }) => bytes))}`,
            },
          ]}
        />
      </Panel>
      <Answering of={of} />
    </>
  );
};

/** A transfer list: what it says, and what the receiving archive does with it. */
const TransferList = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(transfers.getTransferList, { params: { id } });
  const of = query.data;
  const rows = async function* () {
    yield* of === undefined ? [] : listValues(of);
  };
  return (
    <Page
      title={of === undefined ? t('transfers.list') : `${t('transfers.list')} ${of.number}`}
      back={{ to: '/transfers', label: t('nav.transfers') }}
      actions={of !== undefined && <SheetExport sheet={transferListSheet} rows={rows} taken />}
    >
      <QueryView query={query}>{(found) => <Content of={found} />}</QueryView>
    </Page>
  );
};
export default TransferList;
