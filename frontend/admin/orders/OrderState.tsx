import type { Order } from '@geoarchive/contract/orders.ts';
import { orderLifecycle } from '@geoarchive/domain/supervision/order.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';

/** How an order stands; one that waits past its day says so. */
export const OrderState = ({ of: { state, late } }: { of: Pick<Order, 'state' | 'late'> }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  if (late) return <StateTag tone="bad">{t('orders.late')}</StateTag>;
  const tone = state === 'open' ? 'attention' : state === 'replied' ? 'neutral' : 'good';
  return <StateTag tone={tone}>{say(orderLifecycle.states[state])}</StateTag>;
};
