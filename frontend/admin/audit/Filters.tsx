import { type Plane, planeNames, planes } from '@geoarchive/domain/planes.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { AutoComplete, Input, Segmented } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { actionName, actions } from './action-names.ts';

export type Asked = {
  plane: Plane;
  of: 'node' | 'system';
  from: string;
  to: string;
  person: string;
  action: string;
};
type Props = { asked: Asked; onChange: (change: Partial<Asked>) => void };

/** What of the trail is asked for: where, whose, when, by whom, which act. */
export const Filters = ({ asked, onChange }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const id = useId();
  const options = actions.map((value) => {
    const name = actionName(value);
    return { value, label: name === undefined ? value : `${say(name)} (${value})` };
  });
  const field = (name: 'from' | 'to') => (
    <span className="ga-field">
      <label htmlFor={`${id}-${name}`}>{t(name === 'from' ? 'audit.from' : 'audit.to')}</label>
      <Input
        id={`${id}-${name}`}
        type="date"
        value={asked[name]}
        onChange={(event) => event.target.value !== '' && onChange({ [name]: event.target.value })}
      />
    </span>
  );
  return (
    <search className="ga-filters ga-no-print" aria-label={t('audit.filters')}>
      <Segmented<Plane>
        aria-label={t('audit.plane')}
        name={`${id}-plane`}
        options={planes.map((value) => ({ value, label: say(planeNames[value]) }))}
        value={asked.plane}
        onChange={(plane) => onChange({ plane })}
      />
      <Segmented<Asked['of']>
        aria-label={t('audit.of')}
        name={`${id}-of`}
        options={[
          { value: 'node', label: t('audit.ofNode') },
          { value: 'system', label: t('audit.ofSystem') },
        ]}
        value={asked.of}
        onChange={(of) => onChange({ of })}
      />
      {field('from')}
      {field('to')}
      <span className="ga-field">
        <label htmlFor={`${id}-person`}>{t('audit.person')}</label>
        <Input.Search
          id={`${id}-person`}
          allowClear
          defaultValue={asked.person}
          style={{ width: 140 }}
          onSearch={(person) => onChange({ person: person.trim() })}
        />
      </span>
      <span className="ga-field">
        <label htmlFor={`${id}-action`}>{t('audit.action')}</label>
        <AutoComplete
          id={`${id}-action`}
          allowClear
          // What was typed counts as it is: `release.` is no mistake for the first act that begins so.
          defaultActiveFirstOption={false}
          defaultValue={asked.action}
          options={options}
          popupMatchSelectWidth={380}
          showSearch={{ filterOption: (text, option) => (option?.label ?? '').includes(text) }}
          onSelect={(action: string) => onChange({ action })}
          onClear={() => onChange({ action: '' })}
          onBlur={(event) =>
            event.target instanceof HTMLInputElement && onChange({ action: event.target.value.trim() })
          }
          style={{ width: 170 }}
        />
      </span>
    </search>
  );
};
