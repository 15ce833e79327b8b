import { cases } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ContestPanel } from '@geoarchive/frontend-shared/cases/ContestPanel.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenCaseDialog } from './OpenCaseDialog.tsx';

type Props = { of: string; about: { kind: 'review' | 'dossier' | 'document' | 'task'; id: string } };

/** The cases about a deposit, its papers and its dossier, or about a task; staff open one about what the page shows. */
export const CasesOf = ({ of, about }: Props) => {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(false);
  const query = useRead(cases.listCases, { query: { of, limit: 100 } });
  return (
    <>
      <ContestPanel
        query={query}
        action={<Button onClick={() => setOpening(true)}>{t('cases.open')}</Button>}
      />
      {opening && <OpenCaseDialog about={about} onClose={() => setOpening(false)} />}
    </>
  );
};
