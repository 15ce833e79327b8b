import { inspectionLimits } from '@geoarchive/domain/custody/inspection.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kept } from './device-store.ts';
import { FindingForm } from './FindingForm.tsx';
import { photosOf } from './kept.ts';
import type { Checklist } from './use-checklist.ts';

type Props = { of: Kept } & Pick<Checklist, 'change' | 'addPhoto'>;

/** What was found, and the conclusion. */
export const KeptFindings = ({ of, change, addPhoto }: Props) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const id = useId();
  const { findings, conclusion = '' } = of.results;
  return (
    <Panel title={t('custody.findingsOf', { count: findings.length })}>
      <ul className="ga-rows">
        {findings.map((one) => (
          <li key={one.id}>
            <strong>{t(`custody.severities.${one.severity}`)}</strong>{' '}
            <span className="ga-prose">{one.text}</span>
            <div className="ga-soft">
              {one.due === undefined ? '' : t('custody.dueOn', { day: day(one.due) })}{' '}
              {t('custody.photos', { count: one.photos.length })}{' '}
              <Button
                size="small"
                aria-label={t('custody.takeOutFinding', { text: one.text })}
                onClick={() => void change({ findings: findings.filter((other) => other.id !== one.id) })}
              >
                {t('custody.takeOut')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <FindingForm
        onPhoto={addPhoto}
        room={findings.length < inspectionLimits.findings}
        photosLeft={inspectionLimits.photos - photosOf(of.results).length}
        onAdd={(finding) => void change({ findings: [...findings, finding] })}
      />
      <label htmlFor={id} className="ga-label">
        {t('custody.conclusion')}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={4000}
        value={conclusion}
        onChange={({ target }) => void change({ conclusion: target.value })}
      />
    </Panel>
  );
};
