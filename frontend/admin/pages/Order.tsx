import type { Order as Shown } from '@geoarchive/contract/orders.ts';
import { orders } from '@geoarchive/contract/routes.ts';
import { type OrderMove, orderLifecycle } from '@geoarchive/domain/supervision/order.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OrderState } from '../orders/OrderState.tsx';
import { useArchiveName } from '../transfers/words.tsx';

/** What one may do with the order now, each with a text. */
const Acts = ({ of }: { of: Shown }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [asked, setAsked] = useState<OrderMove>();
  const writes = {
    reply: useWrite(orders.replyOrder),
    return: useWrite(orders.returnOrder),
    close: useWrite(orders.closeOrder),
  };
  const label = (move: OrderMove) => say(orderLifecycle.moves[move].label);
  const open = (move: OrderMove | undefined) => {
    for (const write of Object.values(writes)) write.reset();
    setAsked(move);
  };
  return (
    <Flex gap={8} wrap>
      {of.moves.map((move) => (
        <Button key={move} onClick={() => open(move)}>
          {label(move)}
        </Button>
      ))}
      {asked !== undefined && (
        <TextDialog
          title={label(asked)}
          label={t('orders.text')}
          error={writes[asked].error}
          busy={writes[asked].isPending}
          onSend={async (text) => {
            await writes[asked].mutateAsync({ params: { id: of.id }, body: { text } });
            open(undefined);
          }}
          onClose={() => open(undefined)}
        />
      )}
    </Flex>
  );
};

/** One order with what was answered. */
const Order = () => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const { id = '' } = useParams();
  const query = useRead(orders.getOrder, { params: { id } });
  const archiveName = useArchiveName();
  return (
    <Page
      title={query.data?.subject ?? t('orders.one')}
      back={{ to: '/orders', label: t('nav.orders') }}
      actions={query.data !== undefined && <Acts of={query.data} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            <Panel title={t('orders.one')}>
              <Facts
                items={[
                  { label: t('orders.state'), value: <OrderState of={of} /> },
                  { label: t('publication.node'), value: archiveName(of.node) },
                  { label: t('orders.deadline'), value: day(of.deadline) },
                  { label: t('orders.text'), value: <span className="ga-prose">{of.text}</span> },
                  { label: t('orders.about'), value: of.about?.value },
                  { label: t('orders.madeBy'), value: `${of.madeBy} · ${time(of.madeAt)}` },
                ]}
              />
            </Panel>
            <Panel title={t('orders.said')}>
              {of.said.length === 0 ? (
                <p className="ga-soft">{t('orders.nothingSaid')}</p>
              ) : (
                <ul className="ga-rows">
                  {of.said.map(({ act, text, by, at }) => (
                    <li key={at}>
                      <strong>{say(orderLifecycle.moves[act].label)}</strong> · {by} · {time(at)}
                      <div className="ga-prose">{text}</div>
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Order;
