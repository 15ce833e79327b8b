import type { Deposit as DepositType } from '@geoarchive/contract/deposits.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { depositLifecycle } from '@geoarchive/domain/deposit.ts';
import { secrecyNames } from '@geoarchive/domain/secrecy.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { sourceNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { DescriptionFacts } from '@geoarchive/frontend-shared/detail/DescriptionFacts.tsx';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CasesOf } from '../cases/CasesOf.tsx';
import { FileList } from '../deposit/FileList.tsx';
import { FilesPanel } from '../deposit/FilesPanel.tsx';
import { Moves } from '../deposit/Moves.tsx';
import { Notice } from '../deposit/Notice.tsx';
import { Papers } from '../deposit/Papers.tsx';
import { ReportPanel } from '../deposit/ReportPanel.tsx';
import { StateSteps } from '../deposit/StateSteps.tsx';
import { isMoving, tones } from '../deposit/state.ts';

const lookAgainMs = 2_000;
const restMs = 30_000;

const About = ({ deposit }: { deposit: DepositType }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return (
    <Panel
      title={t('new.describe')}
      extra={deposit.state === 'open' && <Link to={`/deposits/${deposit.id}/edit`}>{t('action.edit')}</Link>}
    >
      <DescriptionFacts
        of={deposit}
        before={[
          { label: t('deposit.archiveNumber'), value: deposit.archiveNumber },
          { label: t('deposit.certificateNumber'), value: deposit.certificateNumber },
          { label: t('new.secrecy'), value: say(secrecyNames[deposit.secrecy]) },
          { label: t('secrecy.carrierSlip'), value: deposit.stub?.carrierSlip },
          { label: t('secrecy.place'), value: deposit.stub?.place },
        ]}
        after={[
          { label: t('publication.source'), value: say(sourceNames[deposit.source]) },
          { label: t('publication.licenceNumber'), value: deposit.licenceNumber },
          {
            label: t('publication.licenceEnd'),
            value: deposit.licenceEnd === undefined ? undefined : day(deposit.licenceEnd),
          },
        ]}
      />
    </Panel>
  );
};

type ContentProps = { deposit: DepositType; onUploading: (busy: boolean) => void };

const Content = ({ deposit, onUploading }: ContentProps) => {
  const { state, stub } = deposit;
  const reported = state !== 'open' && state !== 'checking' && state !== 'cancelled';
  return (
    <>
      <StateSteps deposit={deposit} />
      <Notice deposit={deposit} />
      {state === 'open' && stub === undefined && <FilesPanel deposit={deposit} onBusy={onUploading} />}
      {deposit.receipt !== undefined && <Papers id={deposit.id} state={state} />}
      {deposit.receipt !== undefined && <CasesOf deposit={deposit.id} />}
      {reported && <ReportPanel deposit={deposit} />}
      {stub === undefined && <FileList deposit={deposit} />}
      <About deposit={deposit} />
    </>
  );
};

const Deposit = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const first = useRead(intake.getDeposit, { params: { id } });
  const moving = first.data !== undefined && isMoving(first.data.state);
  const inspecting = first.data !== undefined && first.data.counts.inspected < first.data.counts.registered;
  const query = useRead(
    intake.getDeposit,
    { params: { id } },
    { refreshMs: moving || inspecting ? lookAgainMs : restMs },
  );
  const deposit = query.data;
  const [uploading, setUploading] = useState(false);
  return (
    <Page
      title={deposit?.title ?? t('deposit.title')}
      back={{ to: '/deposits', label: t('nav.deposits') }}
      lead={
        deposit && (
          <StateTag tone={tones[deposit.state]}>{say(depositLifecycle.states[deposit.state])}</StateTag>
        )
      }
      actions={deposit && <Moves deposit={deposit} held={uploading} />}
    >
      <QueryView query={query}>{(found) => <Content deposit={found} onUploading={setUploading} />}</QueryView>
    </Page>
  );
};
export default Deposit;
