import type { Dossier as DossierType } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { releaseLifecycle } from '@geoarchive/domain/release.ts';
import { secrecyNames } from '@geoarchive/domain/secrecy.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { sourceNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { DescriptionFacts } from '@geoarchive/frontend-shared/detail/DescriptionFacts.tsx';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CasesOf } from '../cases/CasesOf.tsx';
import { releaseTones } from '../dossier/columns.tsx';
import { DossierFiles } from '../dossier/DossierFiles.tsx';
import { DossierMap } from '../dossier/DossierMap.tsx';
import { ReleasePanel } from '../dossier/ReleasePanel.tsx';
import { Certificate } from '../review/Certificate.tsx';
import { TransferPanel } from '../transfers/TransferPanel.tsx';
import { useArchiveName, useHome } from '../transfers/words.tsx';

const movingMs = 2_000;

const Content = ({ dossier }: { dossier: DossierType }) => {
  const { t } = useTranslation();
  const { say, time, day } = useLanguage();
  const home = useHome(dossier);
  const archiveName = useArchiveName();
  const recorded = dossier.licenceEndRecorded;
  return (
    <>
      {!home && (
        <Alert
          type="info"
          showIcon
          className="ga-notice"
          title={t('transfers.readOnly', { archive: archiveName(dossier.node) })}
        />
      )}
      <ReleasePanel dossier={dossier} />
      <TransferPanel dossierId={dossier.id} />
      {dossier.certificate && <Certificate of={dossier.certificate} />}
      <DossierFiles key={`${dossier.release} ${dossier.releasedFiles}`} dossier={dossier} />
      <div className="ga-columns">
        <Panel title={t('review.description')}>
          <DescriptionFacts
            of={dossier}
            before={[
              { label: t('dossier.archiveNumber'), value: <strong>{dossier.archiveNumber}</strong> },
              { label: t('dossier.code'), value: <code>{dossier.code}</code> },
              { label: t('dossier.certificateNumber'), value: dossier.certificateNumber },
              { label: t('review.submitter'), value: dossier.submitter },
              { label: t('dossier.submitted'), value: day(dossier.submitted) },
              { label: t('dossier.acceptedAt'), value: time(dossier.acceptedAt) },
              { label: t('dossier.version'), value: dossier.version },
              { label: t('review.secrecy'), value: say(secrecyNames[dossier.secrecy]) },
              {
                label: t('review.files'),
                value: `${formatCount(dossier.fileCount)} · ${formatBytes(dossier.bytes)}`,
              },
              { label: t('publication.source'), value: say(sourceNames[dossier.source]) },
              {
                label: t('publication.licenceEnd'),
                value: dossier.licenceEnd && (
                  <>
                    {day(dossier.licenceEnd)}
                    {recorded && (
                      <div className="ga-soft">
                        {t('release.licenceEndBy', { ...recorded, on: day(recorded.on) })}
                      </div>
                    )}
                  </>
                ),
              },
            ]}
          />
        </Panel>
        <DossierMap box={dossier.bbox} label={dossier.title} />
      </div>
      {home && <CasesOf of={dossier.depositId} about={{ kind: 'dossier', id: dossier.id }} />}
    </>
  );
};

const Dossier = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const first = useRead(archive.getDossier, { params: { id } });
  const moving = first.data?.release === 'releasing' || first.data?.release === 'withdrawing';
  const query = useRead(archive.getDossier, { params: { id } }, { refreshMs: moving ? movingMs : false });
  const dossier = query.data;
  return (
    <Page
      title={dossier?.title ?? t('dossier.title')}
      back={{ to: '/dossiers', label: t('nav.dossiers') }}
      lead={
        dossier && (
          <StateTag tone={releaseTones[dossier.release]}>
            {say(releaseLifecycle.states[dossier.release])}
          </StateTag>
        )
      }
    >
      <QueryView query={query}>{(found) => <Content dossier={found} />}</QueryView>
    </Page>
  );
};
export default Dossier;
