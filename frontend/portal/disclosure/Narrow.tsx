import { noticeKindCodes, noticeKinds, publicNoticeLifecycle } from '@geoarchive/domain/disclosure/notice.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export const shownStates = ['published', 'lifted', 'suspended', 'withdrawn', 'replaced'] as const;
export type Sought = { q: string; kind: string; node: string; state: string };

/** What notices are narrowed by: words, kind, archive, state. */
export const Narrow = ({ of, onChange }: { of: Sought; onChange: (change: Partial<Sought>) => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  const ids = { q: useId(), kind: useId(), node: useId(), state: useId() };
  const selects = [
    {
      name: 'kind',
      options: noticeKindCodes.map((value) => ({
        value: String(value),
        label: say(noticeKinds[value].name),
      })),
    },
    { name: 'node', options: nodes.map(({ code, name }) => ({ value: code, label: say(name) })) },
    {
      name: 'state',
      options: shownStates.map((value) => ({
        value: String(value),
        label: say(publicNoticeLifecycle.states[value]),
      })),
    },
  ] as const;
  return (
    <search className="ga-fields ga-fields-four ga-notice">
      <div>
        <label htmlFor={ids.q} className="ga-label">
          {t('disclosure.words')}
        </label>
        <Input.Search
          id={ids.q}
          key={of.q}
          defaultValue={of.q}
          maxLength={100}
          allowClear
          placeholder={t('disclosure.wordsHint')}
          onSearch={(q) => onChange({ q: q.trim() })}
        />
      </div>
      {selects.map(({ name, options }) => (
        <div key={name}>
          <label htmlFor={ids[name]} className="ga-label">
            {t(`disclosure.narrow.${name}`)}
          </label>
          <Select
            id={ids[name]}
            value={of[name]}
            onChange={(value) => onChange({ [name]: value })}
            options={[{ value: '', label: t(`disclosure.any.${name}`) }, ...options]}
            style={{ width: '100%' }}
          />
        </div>
      ))}
    </search>
  );
};
