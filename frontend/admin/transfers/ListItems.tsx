import type { Transfer, TransferList } from '@geoarchive/contract/transfers.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TransferStateTag } from './TransferStateTag.tsx';
import { DossierNumber } from './words.tsx';

type Props = {
  of: TransferList;
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
};

/** Whether the caller may answer for a transfer on this very list. */
export const answers = ({ id }: TransferList, now: Transfer): boolean =>
  now.sent?.listId === id && now.moves.includes('receive');

/** What the list says of each dossier, and how its transfer stands; those that wait can be chosen. */
export const ListItems = ({ of, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const now = new Map(of.transfers.map((one) => [one.id, one]));
  const rows = of.items.flatMap((item) => {
    const transfer = now.get(item.transferId);
    return transfer === undefined ? [] : [{ item, transfer }];
  });
  const may = rows.some(({ transfer }) => answers(of, transfer));
  return (
    <Rows
      label={t('transfers.listItems')}
      rows={rows}
      rowKey={({ item }) => item.transferId}
      columns={[
        ...(may
          ? [
              {
                key: 'choose',
                title: t('transfers.choose'),
                width: 64,
                show: ({ item, transfer }: (typeof rows)[number]) =>
                  answers(of, transfer) && (
                    <Checkbox
                      aria-label={t('transfers.chooseOne', { number: item.archiveNumber, to: '' })}
                      checked={chosen.includes(item.transferId)}
                      onChange={({ target }) =>
                        onChoose(
                          target.checked
                            ? [...chosen, item.transferId]
                            : chosen.filter((one) => one !== item.transferId),
                        )
                      }
                    />
                  ),
              },
            ]
          : []),
        {
          key: 'number',
          title: t('dossier.archiveNumber'),
          width: 115,
          show: ({ transfer }) => <DossierNumber of={transfer} />,
        },
        { key: 'title', title: t('description.title'), show: ({ transfer }) => transfer.dossier.title },
        {
          key: 'state',
          title: t('transfers.state'),
          width: 200,
          show: ({ transfer }) => (
            <>
              <TransferStateTag of={transfer} />
              {transfer.received !== undefined && ` ${day(transfer.received.on)}`}
              {transfer.refused?.list === of.number && (
                <div className="ga-soft">{transfer.refused.reason}</div>
              )}
              {transfer.sent !== undefined && transfer.sent.listId !== of.id && (
                <div className="ga-soft">
                  <Link to={`/transfers/lists/${transfer.sent.listId}`}>
                    {t('transfers.sentAgain', { list: transfer.sent.list })}
                  </Link>
                </div>
              )}
            </>
          ),
        },
        {
          key: 'certificate',
          title: t('dossier.certificateNumber'),
          width: 165,
          show: ({ item }) => item.certificateNumber ?? '',
        },
        {
          key: 'files',
          title: t('transfers.files'),
          width: 120,
          show: ({ item }) => `${formatCount(item.files)} · ${formatBytes(item.bytes)}`,
        },
        {
          key: 'sha256',
          title: t('transfers.digest'),
          width: 150,
          show: ({ item }) => <code title={item.sha256}>{item.sha256.slice(0, 12)}</code>,
        },
      ]}
    />
  );
};
