import type { PublicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import { useTranslation } from 'react-i18next';
import { Rows } from '../detail/Rows.tsx';
import { useLanguage } from '../i18n/use-language.ts';

type Item = NonNullable<PublicNotice['says']>['items'][number];

/** The tasks that a notice names, with what is settled of them. */
export const NoticeItems = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  return (
    <Rows
      label={t('disclosure.items')}
      rows={items}
      rowKey={({ number }) => number}
      columns={[
        { key: 'number', title: t('disclosure.task'), show: ({ number }) => number },
        { key: 'name', title: t('disclosure.taskName'), show: ({ name }) => name },
        { key: 'licence', title: t('disclosure.licence'), show: ({ licenceNumber }) => licenceNumber ?? '—' },
        { key: 'due', title: t('disclosure.due'), width: 130, show: ({ due }) => day(due) },
        {
          key: 'settled',
          title: t('disclosure.settled'),
          width: 150,
          show: ({ settledOn }) => (settledOn === undefined ? t('disclosure.notSettled') : day(settledOn)),
        },
      ]}
    />
  );
};
