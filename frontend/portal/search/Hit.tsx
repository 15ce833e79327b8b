import type { PublicRecord } from '@geoarchive/contract/portal.ts';
import { dataClassName } from '@geoarchive/domain/codes/data-classes.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const most = 180;
const short = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** A record in a list of results. */
export const Hit = ({ record }: { record: Omit<PublicRecord, 'files'> }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const facts = [
    say(dataClassName(record.dataClass)),
    record.producer,
    record.formedOn === undefined ? undefined : day(record.formedOn),
    record.regions.map(({ name }) => name).join('、'),
  ].filter((text) => text !== undefined && text !== '');
  return (
    <li className="ga-hit">
      <h2>
        <Link to={`/records/${record.id}`}>{record.title}</Link>
      </h2>
      <p className="ga-soft">{facts.join(' · ')}</p>
      {record.abstract !== undefined && <p>{short(record.abstract)}</p>}
      <p className="ga-soft">
        {t('record.archiveNumber')} <code>{record.archiveNumber}</code>{' '}
        <StateTag tone={record.access === 'open' ? 'good' : 'neutral'}>
          {record.access === 'open'
            ? t('record.openFiles', { files: formatCount(record.fileCount) })
            : t('record.catalogueOnly')}
        </StateTag>
      </p>
    </li>
  );
};
