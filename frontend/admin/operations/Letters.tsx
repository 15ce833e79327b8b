import type { DeadMessage } from '@geoarchive/contract/operations.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { ageText } from './age.ts';
import { eventName } from './event-name.ts';
import { LetterBody } from './LetterBody.tsx';

type Props = { items: readonly DeadMessage[]; chosen: string[]; onChoose: (ids: string[]) => void };

/** The messages of a queue, to choose from and to open. */
export const Letters = ({ items, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const { say, time, language } = useLanguage();
  const now = new Date();
  const about = (row: DeadMessage) => {
    const name = eventName(row);
    return name === undefined ? row.summary : `${say(name)} · ${row.summary}`;
  };
  return (
    <div className="ga-table">
      <Table<DeadMessage>
        size="small"
        aria-label={t('letters.messages')}
        rowKey="id"
        dataSource={items}
        pagination={false}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => onChoose(keys.map(String)),
          getCheckboxProps: (row) => ({ 'aria-label': `${t('letters.choose')} ${row.id}` }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('letters.chooseAll') }),
        }}
        expandable={{
          expandedRowRender: (row) => <LetterBody of={row} />,
          columnTitle: <span className="ga-hidden">{t('action.open')}</span>,
        }}
        columns={[
          {
            key: 'about',
            title: t('letters.about'),
            render: (_, row) => (
              <>
                {about(row)}{' '}
                {row.origin !== 'queue' && (
                  <StateTag tone="attention">{t(`letters.origin.${row.origin}`)}</StateTag>
                )}
                {row.reason !== undefined && <div className="ga-soft">{row.reason}</div>}
              </>
            ),
          },
          {
            key: 'sent',
            title: t('letters.sentAt'),
            render: (_, row) => `${time(row.sentAt)} (${ageText(row.sentAt, now, language)})`,
            width: 230,
          },
          {
            key: 'receives',
            title: t('letters.receives'),
            render: (_, row) => row.receives,
            width: 100,
            align: 'right',
          },
          {
            key: 'id',
            title: t('letters.id'),
            render: (_, row) => <code>{row.id.slice(0, 8)}</code>,
            width: 100,
          },
        ]}
      />
    </div>
  );
};
