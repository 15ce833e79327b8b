import { cases } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { statementKinds } from '@geoarchive/domain/cases/statements.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ContestPanel } from '@geoarchive/frontend-shared/cases/ContestPanel.tsx';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const lookAgainMs = 20_000;

/** The statements and other cases about a task with how they stand, and the ways to make one. */
export const CasesOfTask = ({ task }: { task: Task }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useRead(
    cases.listOwnCases,
    { query: { task: task.id, limit: 100 } },
    { refreshMs: lookAgainMs },
  );
  return (
    <ContestPanel
      query={query}
      action={
        <Flex gap={8} wrap>
          {task.state === 'open' &&
            statementKinds.map((kind) => (
              <Button key={kind} onClick={() => void navigate(`/tasks/${task.id}/statements/${kind}`)}>
                {t(`taskPage.state.${kind}`)}
              </Button>
            ))}
          <Button onClick={() => void navigate(`/cases/new?about=task&id=${task.id}`)}>
            {t('cases.open')}
          </Button>
        </Flex>
      }
    />
  );
};
