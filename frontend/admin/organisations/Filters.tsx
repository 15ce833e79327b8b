import { provinces } from '@geoarchive/domain/regions.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export type Asked = { name: string; province: string; parent: string };
type Props = { asked: Asked; onChange: (change: Partial<Asked>) => void };

/** What of the register of organisations is asked for: by name or code, of which province, of which group. */
export const Filters = ({ asked, onChange }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const id = useId();
  const word = (name: 'name' | 'parent', label: string) => (
    <span className="ga-field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input.Search
        id={`${id}-${name}`}
        key={asked[name]}
        allowClear
        defaultValue={asked[name]}
        style={{ width: 240 }}
        onSearch={(text) => text.trim() !== asked[name] && onChange({ [name]: text.trim() })}
      />
    </span>
  );
  return (
    <search className="ga-filters ga-no-print" aria-label={t('organisations.filters')}>
      {word('name', t('organisations.find'))}
      <span className="ga-field">
        <label htmlFor={`${id}-province`}>{t('organisations.fields.province')}</label>
        <Select
          id={`${id}-province`}
          value={asked.province}
          style={{ width: 180 }}
          onChange={(province) => onChange({ province })}
          options={[
            { value: '', label: t('organisations.anywhere') },
            ...Object.entries(provinces).map(([value, name]) => ({ value, label: say(name) })),
          ]}
        />
      </span>
      {word('parent', t('organisations.below'))}
    </search>
  );
};
