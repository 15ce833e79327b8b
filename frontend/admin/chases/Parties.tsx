import type { ChaseParty } from '@geoarchive/contract/chases.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type Props = {
  items: readonly ChaseParty[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
};

/** Who has overdue tasks, to be chosen; one whose chase is under way is not chosen again. */
export const Parties = ({ items, chosen, onChoose }: Props) => {
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
          title: t('chases.party'),
          show: ({ organisation, organisationName, running }) => (
            <Checkbox
              disabled={running !== undefined}
              checked={picked.has(organisation)}
              onChange={({ target }) =>
                onChoose(
                  target.checked ? [...chosen, organisation] : chosen.filter((one) => one !== organisation),
                )
              }
            >
              {organisationName === undefined ? organisation : `${organisationName} · ${organisation}`}
            </Checkbox>
          ),
        },
        { key: 'tasks', title: t('chases.tasks'), width: 120, show: ({ tasks }) => tasks },
        { key: 'oldest', title: t('chases.oldest'), width: 160, show: ({ oldest }) => day(oldest) },
        {
          key: 'running',
          title: t('chases.underWay'),
          width: 160,
          show: ({ running }) =>
            running === undefined ? '—' : <Link to={`/chases/${running}`}>{t('chases.see')}</Link>,
        },
      ]}
    />
  );
};
