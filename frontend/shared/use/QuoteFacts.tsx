import type { Quote } from '@geoarchive/contract/service-parts.ts';
import { payments, quoteLifecycle } from '@geoarchive/domain/service/prices.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../detail/Facts.tsx';
import { StateTag } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { QuoteLines } from './QuoteLines.tsx';

const tones = {
  offered: 'attention',
  accepted: 'attention',
  declined: 'bad',
  waived: 'good',
  paid: 'good',
} as const;

/** A quote as both sides see it: how it stands, what is charged, what was paid; `receipt` shows its receipt. */
export const QuoteFacts = ({ of, receipt }: { of: Quote; receipt: (number: string) => ReactNode }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const { paid } = of;
  return (
    <Facts
      items={[
        {
          label: t('use.state'),
          value: <StateTag tone={tones[of.state]}>{say(quoteLifecycle.states[of.state])}</StateTag>,
        },
        { label: t('quote.lines'), value: of.lines.length > 0 ? <QuoteLines of={of} /> : undefined },
        { label: t('quote.prices'), value: of.prices },
        { label: t('quote.offeredAt'), value: `${time(of.at)} · ${of.by}` },
        { label: t('quote.answeredAt'), value: of.answeredAt && time(of.answeredAt) },
        { label: t('quote.paidOn'), value: paid && `${day(paid.on)} · ${say(payments[paid.how])}` },
        { label: t('quote.reference'), value: paid?.reference },
        { label: t('quote.receipt'), value: paid && receipt(paid.receipt) },
      ]}
    />
  );
};
