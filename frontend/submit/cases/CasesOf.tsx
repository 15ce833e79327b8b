import { cases } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ContestPanel } from '@geoarchive/frontend-shared/cases/ContestPanel.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const lookAgainMs = 30_000;

/** The cases about a deposit and its papers, and the way to open one. */
export const CasesOf = ({ deposit }: { deposit: string }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useRead(cases.listOwnCases, { query: { deposit, limit: 100 } }, { refreshMs: lookAgainMs });
  return (
    <ContestPanel
      query={query}
      action={
        <Button onClick={() => void navigate(`/cases/new?about=deposit&id=${deposit}`)}>
          {t('cases.open')}
        </Button>
      }
    />
  );
};
