import type { Dossier } from '@geoarchive/contract/archive.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { publicationTerm } from './columns.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Dialog = 'propose' | 'decide' | 'withdraw';

const Dates = ({ dossier }: { dossier: Dossier }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const { window } = dossier;
  if (window === undefined) return <p>{t('release.noDates')}</p>;
  const late = publicationTerm(dossier, new Date()) === 'late';
  return (
    <>
      <p>{t('release.dates', { earliest: day(window.earliest), latest: day(window.latest) })}</p>
      {late && <Alert type="warning" showIcon className="ga-notice" title={t('release.late')} />}
    </>
  );
};

/** Release of a dossier: when it may be public, what stands against it, and who proposes and who decides. */
export const ReleasePanel = ({ dossier }: { dossier: Dossier }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const person = usePerson();
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const { proposal, moves, bars } = dossier;
  const decides = moves.includes('approve') || moves.includes('refuse');
  const own = proposal !== undefined && proposal.by === person?.id;
  return (
    <Panel title={t('release.title')}>
      <Dates dossier={dossier} />
      {dossier.release === 'released' && <p>{t('release.released', { count: dossier.releasedFiles })}</p>}
      {bars.length > 0 && (
        <Alert
          type="info"
          showIcon
          className="ga-notice"
          title={t('release.barred')}
          description={
            <ul className="ga-plain-list">
              {bars.map((bar) => (
                <li key={bar.code}>{say(bar.message)}</li>
              ))}
            </ul>
          }
        />
      )}
      {proposal !== undefined && (
        <Alert
          type="info"
          showIcon
          className="ga-notice"
          title={t('release.proposed', {
            by: proposal.byName,
            at: time(proposal.at),
            count: proposal.files.length,
          })}
          description={<p className="ga-prose">{proposal.note}</p>}
        />
      )}
      <Flex gap={8} wrap>
        {moves.includes('propose') && (
          <Button type="primary" disabled={bars.length > 0} onClick={() => setDialog('propose')}>
            {t('release.propose')}
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
        {decides && own && <span className="ga-soft">{t('release.otherPerson')}</span>}
      </Flex>
      {dialog === 'propose' && <ProposeDialog dossier={dossier} onClose={close} />}
      {dialog === 'decide' && <DecideDialog dossier={dossier} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog dossier={dossier} onClose={close} />}
    </Panel>
  );
};
