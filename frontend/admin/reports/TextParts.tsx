import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { type TextPart, textPartCodes, textParts } from '@geoarchive/domain/reporting/report.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

const Part = ({ of, part }: { of: AnnualReport; part: TextPart }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const id = useId();
  const known = of.texts[part]?.text ?? '';
  const [draft, setDraft] = useState<{ since: number; text: string }>();
  const write = useWrite(reporting.saveText);
  const save = () => {
    if (draft === undefined) return;
    write
      .mutateAsync({ params: { id: of.id, part }, body: { text: draft.text }, ifMatch: draft.since })
      .then(() => setDraft(undefined))
      .catch(() => undefined);
  };
  if (!of.mayEdit)
    return (
      <>
        <h3>{say(textParts[part])}</h3>
        <p className="ga-prose">{known === '' ? t('reporting.noText') : known}</p>
      </>
    );
  return (
    <>
      <label htmlFor={id} className="ga-label">
        {say(textParts[part])}
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2 }}
        maxLength={10_000}
        value={draft?.text ?? known}
        onChange={(event) => setDraft({ since: draft?.since ?? of.version, text: event.target.value })}
      />
      {write.error !== null && <ProblemAlert error={write.error} />}
      {draft !== undefined && draft.text !== known && (
        <Button loading={write.isPending} onClick={save} className="ga-notice">
          {t('reporting.saveText', { part: say(textParts[part]) })}
        </Button>
      )}
    </>
  );
};

/** The parts of a report in words, each saved by itself. */
export const TextParts = ({ of }: { of: AnnualReport }) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('reporting.texts')}>
      {textPartCodes.map((part) => (
        <Part key={part} of={of} part={part} />
      ))}
    </Panel>
  );
};
