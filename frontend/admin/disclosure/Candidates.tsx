import type { NoticeCandidate } from '@geoarchive/contract/disclosure.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { partyOf } from './columns.tsx';

type Props = {
  items: readonly NoticeCandidate[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
};

/** Who has overdue tasks, to be chosen; one about whom such a notice stands is not chosen again. */
export const Candidates = ({ items, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const picked = new Set(chosen);
  return (
    <Rows
      label={t('chases.parties')}
      rows={items}
      rowKey={({ organisation }) => organisation}
      columns={[
        {
          key: 'party',
          title: t('disclosure.party'),
          show: (row) => (
            <Checkbox
              disabled={row.standing !== undefined}
              checked={picked.has(row.organisation)}
              onChange={({ target }) =>
                onChoose(
                  target.checked
                    ? [...chosen, row.organisation]
                    : chosen.filter((one) => one !== row.organisation),
                )
              }
            >
              {partyOf(row)}
            </Checkbox>
          ),
        },
        { key: 'tasks', title: t('disclosure.items'), width: 120, show: ({ tasks }) => tasks },
        { key: 'oldest', title: t('chases.oldest'), width: 160, show: ({ oldest }) => day(oldest) },
        {
          key: 'standing',
          title: t('disclosure.stands'),
          width: 160,
          show: ({ standing }) =>
            standing === undefined ? '—' : <Link to={`/public-notices/${standing}`}>{t('chases.see')}</Link>,
        },
      ]}
    />
  );
};
