import { service } from '@geoarchive/contract/routes.ts';
import type { GrantDetail } from '@geoarchive/contract/service.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { formatBytes } from '@geoarchive/frontend-shared/format/numbers.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { GrantState } from '@geoarchive/frontend-shared/use/GrantState.tsx';
import { useGrantFacts } from '@geoarchive/frontend-shared/use/grant-facts.tsx';
import { LeftFiles } from '@geoarchive/frontend-shared/use/LeftFiles.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useDecidersOfUse } from '../roles.ts';
import { AfterReview } from '../use/AfterReview.tsx';
import { CopiesOfGrant } from '../use/CopiesOfGrant.tsx';
import { ExtendDialog } from '../use/ExtendDialog.tsx';
import { ReadingsPanel } from '../use/ReadingsPanel.tsx';

const lookAgainMs = 15_000;

const Actions = ({ of }: { of: GrantDetail }) => {
  const { t } = useTranslation();
  const person = usePerson();
  const withdraw = useWrite(service.withdrawGrant);
  const visit = useWrite(service.visitGrant);
  const [dialog, setDialog] = useState<'extend' | 'withdraw'>();
  const close = () => setDialog(undefined);
  const runs = of.state === 'active' || of.state === 'preparing';
  if (!runs || !reaches(useDecidersOfUse, person?.roles ?? [])) return null;
  return (
    <Flex gap={8} wrap>
      {visit.error !== null && <ProblemAlert error={visit.error} />}
      {of.mode === 'on-site' && of.state === 'active' && (
        <Button loading={visit.isPending} onClick={() => visit.mutate({ params: { id: of.id } })}>
          {t('use.visit')}
        </Button>
      )}
      <Button onClick={() => setDialog('extend')}>{t('use.extend')}</Button>
      <Button danger onClick={() => setDialog('withdraw')}>
        {t('use.withdraw')}
      </Button>
      {dialog === 'extend' && <ExtendDialog of={of} onClose={close} />}
      {dialog === 'withdraw' && (
        <TextDialog
          title={t('use.withdraw')}
          label={t('use.withdrawReason')}
          danger
          error={withdraw.error}
          busy={withdraw.isPending}
          onClose={close}
          onSend={(reason) =>
            withdraw.mutateAsync({ params: { id: of.id }, body: { reason }, ifMatch: of.version }).then(close)
          }
        />
      )}
    </Flex>
  );
};

/** One grant: what it allows, how far it was used, its files; extension and withdrawal. */
const Grant = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const facts = useGrantFacts();
  const query = useRead(service.getGrant, { params: { id } }, { refreshMs: lookAgainMs });
  const found = query.data;
  return (
    <Page
      title={found?.number ?? t('use.grant')}
      back={{ to: '/use/grants', label: t('use.grants') }}
      lead={found && <GrantState of={found.state} />}
      actions={found && <Actions of={found} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            <AfterReview of={of} />
            <LeftFiles left={of.left} />
            <Panel title={of.title}>
              <Facts
                items={[
                  ...facts(of),
                  {
                    label: t('use.request'),
                    value: <Link to={`/use/requests/${of.requestId}`}>{t('use.toRequest')}</Link>,
                  },
                ]}
              />
            </Panel>
            {of.mode === 'on-site' && (
              <>
                <ReadingsPanel of={of} />
                <CopiesOfGrant grant={of.id} />
              </>
            )}
            <Panel title={t('use.files')}>
              <ul className="ga-plain-list">
                {of.files.map(({ no, path, size }) => (
                  <li key={no}>
                    <code>{path}</code> <span className="ga-soft">{formatBytes(size)}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Grant;
