import type { Rectification as Shown } from '@geoarchive/contract/custody-inspections.ts';
import { custodyInspections } from '@geoarchive/contract/routes.ts';
import { rectificationLifecycle } from '@geoarchive/domain/custody/inspection.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { OpenLink } from '@geoarchive/frontend-shared/files/OpenLink.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { FileButton } from '../custody/FileButton.tsx';
import { RectificationStateTag } from '../custody/InspectionStateTag.tsx';
import { useCustodians } from '../custody/use-custodians.ts';

const Acts = ({ of }: { of: Shown }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const write = useWrite(custodyInspections.moveRectification);
  const [asked, setAsked] = useState<Shown['moves'][number]>();
  const label = (move: Shown['moves'][number]) => say(rectificationLifecycle.moves[move].label);
  const open = (move: typeof asked) => {
    write.reset();
    setAsked(move);
  };
  return (
    <>
      {of.moves.map((move) => (
        <Button key={move} onClick={() => open(move)}>
          {label(move)}
        </Button>
      ))}
      {asked !== undefined && (
        <TextDialog
          title={label(asked)}
          label={t('custody.remark')}
          error={write.error}
          busy={write.isPending}
          onSend={async (text) => {
            await write.mutateAsync({
              params: { id: of.id },
              body: { move: asked, text },
              ifMatch: of.version,
            });
            open(undefined);
          }}
          onClose={() => open(undefined)}
        />
      )}
    </>
  );
};

const Evidence = ({ of }: { of: Shown }) => {
  const { t } = useTranslation();
  const api = useApi();
  const attach = useWrite(custodyInspections.attachEvidence);
  return (
    <Panel title={t('custody.evidence')}>
      {of.evidence.length === 0 && <p className="ga-soft">{t('custody.noEvidence')}</p>}
      <ul className="ga-plain-list">
        {of.evidence.map(({ id, name }) => (
          <li key={id}>
            <OpenLink
              path={name}
              link={() =>
                api.call(custodyInspections.openRectificationEvidence, { params: { id: of.id, file: id } })
              }
            />
          </li>
        ))}
      </ul>
      {of.moves.includes('answer') && (
        <FileButton
          label={t('custody.addEvidence')}
          onSend={(body) => attach.mutateAsync({ params: { id: of.id }, body })}
        />
      )}
    </Panel>
  );
};

/** One rectification: what was found, the evidence, what was said about it. */
const Rectification = () => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const { id = '' } = useParams();
  const parties = useCustodians();
  const query = useRead(custodyInspections.getRectification, { params: { id } });
  return (
    <Page
      title={query.data?.number ?? t('custody.rectification')}
      back={{ to: '/custody/rectifications', label: t('nav.rectifications') }}
      actions={query.data !== undefined && <Acts of={query.data} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            <Panel title={t('custody.rectification')}>
              <Facts
                items={[
                  { label: t('custody.state'), value: <RectificationStateTag of={of} /> },
                  { label: t('custody.custodian'), value: parties.custodian(of.node) },
                  {
                    label: t('custody.inspection'),
                    value: (
                      <Link to={`/custody/inspections/${of.inspection.id}`}>{of.inspection.number}</Link>
                    ),
                  },
                  { label: t('custody.severity'), value: t(`custody.severities.${of.finding.severity}`) },
                  { label: t('custody.finding'), value: <span className="ga-prose">{of.finding.text}</span> },
                  { label: t('custody.due'), value: day(of.due) },
                ]}
              />
            </Panel>
            <Evidence of={of} />
            <Panel title={t('custody.history')}>
              {of.said.length === 0 && <p className="ga-soft">{t('custody.nothingSaid')}</p>}
              <ul className="ga-rows">
                {of.said.map(({ move, text, by, at }) => (
                  <li key={at}>
                    <strong>{say(rectificationLifecycle.moves[move].label)}</strong> · {by} · {time(at)}
                    <div className="ga-prose">{text}</div>
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
export default Rectification;
