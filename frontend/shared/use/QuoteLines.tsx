import type { Quote } from '@geoarchive/contract/service-parts.ts';
import { charges, chargeUnits, yuanOf } from '@geoarchive/domain/service/prices.ts';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** What is charged, line by line, with the total. */
export const QuoteLines = ({ of: { lines, total } }: { of: Pick<Quote, 'lines' | 'total'> }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <ul className="ga-plain-list">
      {lines.map(({ charge, unit, fen, quantity, sum }) => (
        <li key={charge}>
          {t('quote.line', {
            charge: say(charges[charge]),
            quantity: formatCount(quantity),
            unit: say(chargeUnits[unit]),
            price: yuanOf(fen),
            sum: yuanOf(sum),
          })}
        </li>
      ))}
      <li>
        <strong>{t('quote.total', { total: yuanOf(total) })}</strong>
      </li>
    </ul>
  );
};
