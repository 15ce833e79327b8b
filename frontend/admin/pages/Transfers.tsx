import { transfers } from '@geoarchive/contract/routes.ts';
import type { Transfer } from '@geoarchive/contract/transfers.ts';
import { isDay } from '@geoarchive/domain/dates.ts';
import { mostOnList } from '@geoarchive/domain/transfer/transfer.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button, Flex, Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ArchiveSelect, useArchive } from '../archives/ArchiveSelect.tsx';
import { transferKeepers } from '../roles.ts';
import { useTransferColumns } from '../transfers/columns.tsx';
import { SendDialog } from '../transfers/SendDialog.tsx';
import { type AskedTransfers, asked, type Show, shows, type Way } from '../transfers/shows.ts';
import { TransferExport } from '../transfers/TransferExport.tsx';

type ListProps = { way: Way; show: Show; query: AskedTransfers };

/** The list, and what is chosen of it to be sent. */
const List = ({ way, show, query }: ListProps) => {
  const { t } = useTranslation();
  const sends = reaches(transferKeepers, usePerson()?.roles ?? []) && way === 'out';
  const [chosen, setChosen] = useState<readonly Transfer[]>([]);
  const [sending, setSending] = useState(false);
  const onChoose = useCallback(
    (of: Transfer, on: boolean) =>
      setChosen((before) => [...before.filter(({ id }) => id !== of.id), ...(on ? [of] : [])]),
    [],
  );
  const choosing = useMemo(
    () => (sends ? { chosen: new Set(chosen.map(({ id }) => id)), onChoose } : undefined),
    [sends, chosen, onChoose],
  );
  const list = useList<Transfer, typeof transfers.listTransfers>(
    transfers.listTransfers,
    useTransferColumns(way, choosing),
    { query },
  );
  const free = (list.source.rows ?? []).filter(({ moves }) => moves.includes('send'));
  return (
    <>
      {sends && free.length > 0 && (
        <Flex gap={8} wrap className="ga-notice">
          <Button type="primary" disabled={chosen.length === 0} onClick={() => setSending(true)}>
            {t('transfers.send', { count: chosen.length })}
          </Button>
          <Button onClick={() => setChosen(free.filter(({ to }) => to === free[0]?.to).slice(0, mostOnList))}>
            {t('transfers.chooseFirst', { count: mostOnList })}
          </Button>
          {chosen.length > 0 && <Button onClick={() => setChosen([])}>{t('transfers.chooseNone')}</Button>}
        </Flex>
      )}
      <DataList
        {...list}
        label={t('nav.transfers')}
        rowKey={({ id }) => id}
        empty={{ title: t(`transfers.empty.${way}-${show}`), hint: t(`transfers.emptyHint.${way}`) }}
      />
      {sending && <SendDialog of={chosen} onClose={() => setSending(false)} />}
    </>
  );
};

/** What an archive owes to others by when, and what was sent to it. */
const Transfers = () => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const navigate = useNavigate();
  const person = usePerson();
  const { nodes } = useConfig();
  const [params, setParams] = useSearchParams();
  const archive = useArchive();
  const node = archive.node ?? person?.node;
  const provincial = nodes.find(({ code }) => code === node)?.province !== undefined;
  const { way, show, from, to } = asked(params, provincial);
  const days = {
    ...(from !== undefined && isDay(from) ? { dueFrom: from } : {}),
    ...(to !== undefined && isDay(to) ? { dueTo: to } : {}),
  };
  const query: AskedTransfers = { ...archive, way, ...(show === 'all' ? {} : { state: show }), ...days };
  const choose = (next: { way: Way; show: Show }) => setParams({ ...archive, ...next }, { replace: true });
  const between =
    days.dueFrom === undefined
      ? days.dueTo && t('transfers.dueTo', { to: day(days.dueTo) })
      : days.dueTo === undefined
        ? t('transfers.dueFrom', { from: day(days.dueFrom) })
        : t('transfers.dueBetween', { from: day(days.dueFrom), to: day(days.dueTo) });
  return (
    <Page
      title={t('nav.transfers')}
      lead={t('transfers.lead')}
      actions={
        <Flex gap={8} wrap>
          <ArchiveSelect />
          <TransferExport of={query} />
          <Button onClick={() => navigate({ pathname: '/transfers/lists', search: `${params}` })}>
            {t('transfers.lists')}
          </Button>
        </Flex>
      }
    >
      <Flex gap={8} wrap className="ga-notice">
        <Segmented
          aria-label={t('transfers.way')}
          value={way}
          options={(['out', 'in'] as const).map((value) => ({ value, label: t(`transfers.ways.${value}`) }))}
          onChange={(value) => choose({ way: value, show: shows[value][0] })}
        />
        <Segmented
          aria-label={t('transfers.state')}
          value={show}
          options={shows[way].map((value) => ({ value, label: t(`transfers.shows.${way}-${value}`) }))}
          onChange={(value) => choose({ way, show: value })}
        />
      </Flex>
      {between !== undefined && (
        <p className="ga-soft">
          {between}{' '}
          <Link to={`/transfers?${new URLSearchParams({ ...archive, way, show })}`}>
            {t('transfers.allDays')}
          </Link>
        </p>
      )}
      <List key={`${way} ${show} ${JSON.stringify(query)}`} way={way} show={show} query={query} />
    </Page>
  );
};
export default Transfers;
