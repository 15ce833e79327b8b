import type { InspectionResults } from '@geoarchive/contract/custody-inspections.ts';
import { groupNames, type Result, resultNames, results } from '@geoarchive/domain/custody/inspection.ts';
import { inspectionGroups } from '@geoarchive/domain/custody/settings.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Kept } from './device-store.ts';
import type { Checklist } from './use-checklist.ts';

type Props = { of: Kept; change: Checklist['change'] };

/** The items of the checklist, part by part, with their answers. */
export const Items = ({ of, change }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { answers } = of.results;
  const set = (code: string, part: Partial<InspectionResults['answers'][string]>) => {
    const before = answers[code];
    const result = part.result ?? before?.result;
    // A note alone is no answer yet: it is kept once the item is answered.
    if (result === undefined) return;
    const note = part.note ?? before?.note;
    const answer = { result, ...(note === undefined || note === '' ? {} : { note }) };
    void change({ answers: { ...answers, [code]: answer } });
  };
  return inspectionGroups.map((group) => {
    const items = of.inspection.items.filter((item) => item.group === group);
    const done = items.filter(({ code }) => answers[code] !== undefined).length;
    return (
      <Panel key={group} title={t('custody.part', { name: say(groupNames[group]), done, all: items.length })}>
        <ul className="ga-rows">
          {items.map(({ code, text }) => (
            <li key={code}>
              <div id={`item-${code}`}>
                <strong>{code}</strong> {say(text)}
              </div>
              <Radio.Group
                aria-labelledby={`item-${code}`}
                optionType="button"
                size="large"
                style={{ margin: '8px 0' }}
                value={answers[code]?.result}
                options={results.map((value) => ({ value, label: say(resultNames[value]) }))}
                onChange={({ target }) => {
                  const result = results.find((one): one is Result => one === target.value);
                  if (result !== undefined) set(code, { result });
                }}
              />
              <Input
                aria-label={t('custody.noteOn', { code })}
                placeholder={t('custody.note')}
                maxLength={2000}
                disabled={answers[code] === undefined}
                value={answers[code]?.note ?? ''}
                onChange={({ target }) => set(code, { note: target.value })}
              />
            </li>
          ))}
        </ul>
      </Panel>
    );
  });
};
