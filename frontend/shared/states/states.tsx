import { InboxOutlined, LockOutlined } from '@ant-design/icons';
import { Flex, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { toProblem } from '../problem/problem.ts';

/** Content is on its way. */
export const Loading = ({ rows = 6 }: { rows?: number }) => {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true" className="ga-state">
      <span className="ga-hidden">{t('state.loading')}</span>
      <div aria-hidden>
        <Skeleton active title paragraph={{ rows }} />
      </div>
    </div>
  );
};

/** There is nothing yet: why, and what can be done about it. */
export const Empty = ({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) => (
  <Flex vertical align="center" gap={8} className="ga-state ga-state-centre" role="status">
    <InboxOutlined className="ga-state-mark" aria-hidden />
    <strong>{title}</strong>
    {hint !== undefined && <span className="ga-soft">{hint}</span>}
    {action}
  </Flex>
);

/** The reader's role does not reach this. */
export const Forbidden = () => {
  const { t } = useTranslation();
  return (
    <Flex vertical align="center" gap={8} className="ga-state ga-state-centre" role="alert">
      <LockOutlined className="ga-state-mark" aria-hidden />
      <strong>{t('state.forbidden')}</strong>
      <span className="ga-soft">{t('problem.remedy.forbidden')}</span>
    </Flex>
  );
};

/** Something failed; a 403 is shown as what it is. */
export const Failed = ({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) =>
  toProblem(error).status === 403 ? (
    <Forbidden />
  ) : (
    <div className="ga-state">
      <ProblemAlert error={error} onRetry={onRetry} />
    </div>
  );
