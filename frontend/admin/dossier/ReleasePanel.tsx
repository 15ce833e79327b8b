import type { Dossier } from '@geoarchive/contract/archive.ts';
import { takesLicenceEnd } from '@geoarchive/domain/release.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { licenceEndRecorders } from '../roles.ts';
import { useHome } from '../transfers/words.tsx';
import { Bars } from './Bars.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { LicenceEndDialog } from './LicenceEndDialog.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { catalogueBarred, proposable, underWay } from './standing.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Dialog = 'licence-end' | 'propose' | 'decide' | 'withdraw';

const Dates = ({ dossier }: { dossier: Dossier }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const { window } = dossier;
  if (window === undefined) return <p>{t('release.noDates')}</p>;
  const late = dossier.publication === 'late';
  return (
    <>
      <p>{t('release.dates', { earliest: day(window.earliest), latest: day(window.latest) })}</p>
      {late && <Alert type="warning" showIcon className="ga-notice" title={t('release.late')} />}
    </>
  );
};

const UnderWay = ({ dossier }: { dossier: Dossier }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const { proposal } = dossier;
  const words = underWay(dossier);
  if (words === undefined) return null;
  const told =
    proposal === undefined ? {} : { by: proposal.byName, at: time(proposal.at), count: proposal.files };
  return (
    <Alert
      type="info"
      showIcon
      className="ga-notice"
      title={t(words, told)}
      description={proposal && <p className="ga-prose">{proposal.note}</p>}
    />
  );
};

/** Release of a dossier: when it may be public, what stands against it, and who proposes and who decides. */
export const ReleasePanel = ({ dossier }: { dossier: Dossier }) => {
  const { t } = useTranslation();
  const person = usePerson();
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const { proposal, moves, bars } = dossier;
  const now = new Date();
  const offer = proposable(dossier, now);
  const decides = moves.includes('approve') || moves.includes('refuse');
  const records =
    useHome(dossier) &&
    reaches(licenceEndRecorders, person?.roles ?? []) &&
    takesLicenceEnd(dossier.release, dossier);
  const own = proposal !== undefined && proposal.by === person?.id;
  return (
    <Panel title={t('release.title')}>
      <Dates dossier={dossier} />
      {dossier.release === 'released' && (
        <p>
          {t(dossier.releasedFiles === 0 ? 'release.releasedCatalogue' : 'release.released', {
            count: dossier.releasedFiles,
          })}
        </p>
      )}
      {bars.length > 0 && (
        <Bars
          title={t(catalogueBarred(dossier, now) ? 'release.barred' : 'release.filesBarred')}
          bars={bars}
        />
      )}
      <UnderWay dossier={dossier} />
      <Flex gap={8} wrap>
        {moves.includes('propose') && (
          <Button type="primary" disabled={offer === 'nothing'} onClick={() => setDialog('propose')}>
            {t(offer === 'catalogue' ? 'release.proposeCatalogue' : 'release.propose')}
          </Button>
        )}
        {decides && (
          <Button type="primary" disabled={own} onClick={() => setDialog('decide')}>
            {t('release.decide')}
          </Button>
        )}
        {moves.includes('withdraw') && (
          <Button danger onClick={() => setDialog('withdraw')}>
            {t('release.withdraw')}
          </Button>
        )}
        {records && <Button onClick={() => setDialog('licence-end')}>{t('release.recordLicenceEnd')}</Button>}
        {decides && own && <span className="ga-soft">{t('release.otherPerson')}</span>}
      </Flex>
      {dialog === 'licence-end' && <LicenceEndDialog dossier={dossier} onClose={close} />}
      {dialog === 'propose' && <ProposeDialog dossier={dossier} onClose={close} />}
      {dialog === 'decide' && <DecideDialog dossier={dossier} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog dossier={dossier} onClose={close} />}
    </Panel>
  );
};
