import { type TaskSource, taskSourceNames, taskSources } from '@geoarchive/domain/publication.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Input, Segmented, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export type Asked = { kind: TaskSource; number: string; holder: string; node: string };
type Props = {
  asked: Asked;
  onChange: (change: Partial<Asked>) => void;
  /** The ministry looks into the registers of all archives. */
  nodes: boolean;
};

/** What of the registers is asked for: of which kind, by number, by holder, of which archive. */
export const Filters = ({ asked, onChange, nodes }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const config = useConfig();
  const id = useId();
  const word = (name: 'number' | 'holder', label: string) => (
    <span className="ga-field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input.Search
        id={`${id}-${name}`}
        key={asked[name]}
        allowClear
        defaultValue={asked[name]}
        style={{ width: 210 }}
        onSearch={(text) => text.trim() !== asked[name] && onChange({ [name]: text.trim() })}
      />
    </span>
  );
  return (
    <search className="ga-filters ga-no-print" aria-label={t('registers.filters')}>
      <Segmented<TaskSource>
        aria-label={t('registers.kind')}
        name={`${id}-kind`}
        disabled={asked.holder !== ''}
        options={taskSources.map((value) => ({ value, label: say(taskSourceNames[value]) }))}
        value={asked.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {word('number', t('registers.numberBegins'))}
      {word('holder', t('registers.holderCode'))}
      {nodes && asked.holder === '' && (
        <span className="ga-field">
          <label htmlFor={`${id}-node`}>{t('publication.node')}</label>
          <Select
            id={`${id}-node`}
            value={asked.node}
            style={{ width: 210 }}
            onChange={(node) => onChange({ node })}
            options={[
              { value: '', label: t('registers.ownNode') },
              ...config.nodes.map(({ code, name }) => ({ value: code, label: `${say(name)}（${code}）` })),
            ]}
          />
        </span>
      )}
    </search>
  );
};
