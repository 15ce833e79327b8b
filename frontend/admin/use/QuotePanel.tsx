import type { UseRequestDetail } from '@geoarchive/contract/service.ts';
import { useDeciders } from '@geoarchive/domain/service/codes.ts';
import { isAgreed } from '@geoarchive/domain/service/prices.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QuoteFacts } from '@geoarchive/frontend-shared/use/QuoteFacts.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PaymentDialog } from './PaymentDialog.tsx';
import { QuoteDialog } from './QuoteDialog.tsx';

/** What a request costs: quote, payment, receipt. Nothing where no price list is set and nothing was quoted. */
export const QuotePanel = ({ of }: { of: UseRequestDetail }) => {
  const { t } = useTranslation();
  const person = usePerson();
  const [dialog, setDialog] = useState<'quote' | 'free' | 'pay'>();
  const { quote, prices } = of;
  if (quote === undefined && prices === undefined) return null;
  const decides = reaches(useDeciders, person?.roles ?? []);
  const agreed = quote !== undefined && isAgreed(quote.state);
  const quotes = decides && of.state === 'in-hand' && prices !== undefined && !agreed;
  const close = () => setDialog(undefined);
  return (
    <Panel title={t('quote.title')}>
      {quote === undefined ? (
        <p>{t('quote.none')}</p>
      ) : (
        <QuoteFacts of={quote} receipt={(number) => <Link to={`/documents/${number}`}>{number}</Link>} />
      )}
      <Flex gap={8} wrap>
        {quotes && (
          <>
            <Button onClick={() => setDialog('quote')}>
              {t(quote === undefined ? 'quote.make' : 'quote.makeAnew')}
            </Button>
            <Button onClick={() => setDialog('free')}>{t('quote.free')}</Button>
          </>
        )}
        {decides && quote?.state === 'accepted' && (
          <Button type="primary" onClick={() => setDialog('pay')}>
            {t('quote.pay')}
          </Button>
        )}
      </Flex>
      {prices !== undefined && (dialog === 'quote' || dialog === 'free') && (
        <QuoteDialog of={of} prices={prices} free={dialog === 'free'} onClose={close} />
      )}
      {dialog === 'pay' && <PaymentDialog of={of} onClose={close} />}
    </Panel>
  );
};
