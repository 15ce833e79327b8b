import type { Evaluation } from '@geoarchive/contract/evaluation.ts';
import { evaluation } from '@geoarchive/contract/routes.ts';
import { type IndicatorCode, indicatorCodes, indicators } from '@geoarchive/domain/reporting/evaluation.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { ReasonDialog } from '@geoarchive/frontend-shared/form/ReasonDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Side = 'part' | 'whole';
type Numbers = Partial<Record<IndicatorCode, Partial<Record<Side, number | null>>>>;
const sides = ['part', 'whole'] as const;

/** Corrects what was circulated by an appeal that was granted: the numbers of its unit, those that were changed are sent. */
const CorrectDialog = ({ of, onClose }: { of: Evaluation; onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const write = useWrite(evaluation.correctEvaluation);
  const [appeal, setAppeal] = useState(of.granted[0]?.id ?? '');
  const [typed, setTyped] = useState<Numbers>({});
  const unit = of.granted.find(({ id }) => id === appeal)?.unit;
  const known = of.results.find((one) => one.unit === unit)?.indicators;
  const measured = indicatorCodes.filter((code) => indicators[code].measure.kind !== 'nothing');
  const now = (code: IndicatorCode, side: Side) => typed[code]?.[side] ?? known?.[code]?.[side] ?? null;
  const items = measured.flatMap((indicator) => {
    const [part, whole] = [now(indicator, 'part'), now(indicator, 'whole')];
    const was = known?.[indicator];
    if (part === null || whole === null || (was?.part === part && was.whole === whole)) return [];
    return [{ indicator, part, whole }];
  });
  return (
    <ReasonDialog
      gentle
      title={t('evaluation.correct')}
      lead={t('evaluation.correctLead')}
      label={t('evaluation.correctText')}
      act={t('evaluation.correct')}
      write={write}
      onAct={(text) =>
        write.mutateAsync({
          params: { id: of.id },
          body: { appeal, items, text },
          ifMatch: of.version,
        })
      }
      onClose={onClose}
    >
      <Select
        aria-label={t('evaluation.appeal')}
        value={appeal}
        onChange={(id) => {
          setAppeal(id);
          setTyped({});
        }}
        popupMatchSelectWidth={false}
        options={of.granted.map(({ id, number, name }) => ({ value: id, label: `${number} ${say(name)}` }))}
      />
      <Rows
        label={t('evaluation.correct')}
        rows={measured.map((code) => ({ code }))}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'what',
            title: t('evaluation.what'),
            show: ({ code }) => say(indicators[code].name),
          },
          ...sides.map((side) => ({
            key: side,
            title: t(`evaluation.${side}`),
            show: ({ code }: { code: IndicatorCode }) => (
              <InputNumber<number>
                aria-label={t('evaluation.sideOf', {
                  name: say(indicators[code].name),
                  side: t(`evaluation.${side}`),
                })}
                min={0}
                precision={0}
                value={now(code, side)}
                onChange={(n) =>
                  setTyped((before) => ({ ...before, [code]: { ...before[code], [side]: n } }))
                }
              />
            ),
            width: 130,
          })),
        ]}
      />
    </ReasonDialog>
  );
};

/** For the ministry, where an appeal was granted and changed nothing yet. */
export const Correct = ({ of }: { of: Evaluation }) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (of.granted.length === 0) return null;
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('evaluation.correct')}
      </Button>
      {asking && <CorrectDialog of={of} onClose={() => setAsking(false)} />}
    </>
  );
};
