import type { Inspection as Shown } from '@geoarchive/contract/custody-inspections.ts';
import { custodyInspections } from '@geoarchive/contract/routes.ts';
import { groupNames, inspectionLifecycle } from '@geoarchive/domain/custody/inspection.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { InspectionResultsView } from '../custody/InspectionResultsView.tsx';
import { InspectionStateTag } from '../custody/InspectionStateTag.tsx';
import { RectificationRows } from '../custody/RectificationRows.tsx';
import { ReportPdf } from '../custody/ReportPdf.tsx';
import { useCustodians } from '../custody/use-custodians.ts';

const Acts = ({ of }: { of: Shown }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const go = useNavigate();
  const write = useWrite(custodyInspections.moveInspection);
  const [asked, setAsked] = useState<Shown['moves'][number]>();
  const label = (move: Shown['moves'][number]) => say(inspectionLifecycle.moves[move].label);
  const open = (move: typeof asked) => {
    write.reset();
    setAsked(move);
  };
  return (
    <>
      {of.mayInspect && (
        <Button type="primary" onClick={() => void go(`/custody/inspections/${of.id}/checklist`)}>
          {t('custody.carryOut')}
        </Button>
      )}
      {of.moves.map((move) => (
        <Button key={move} onClick={() => open(move)}>
          {label(move)}
        </Button>
      ))}
      {of.done !== undefined && <ReportPdf id={of.id} number={of.number} />}
      {asked !== undefined && (
        <TextDialog
          title={label(asked)}
          label={t('custody.remark')}
          error={write.error}
          busy={write.isPending}
          danger={asked === 'cancel'}
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

const InspectionFacts = ({ of }: { of: Shown }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const parties = useCustodians();
  return (
    <Panel title={of.title}>
      <Facts
        items={[
          { label: t('custody.state'), value: <InspectionStateTag of={of} /> },
          { label: t('custody.custodian'), value: parties.custodian(of.custodian) },
          { label: t('custody.orderedBy'), value: `${parties.authority(of.authority)} · ${of.plannedBy}` },
          { label: t('custody.plannedOn'), value: day(of.plannedOn) },
          { label: t('custody.inspectors'), value: parties.custodian(of.archive) },
          { label: t('custody.placeOf'), value: of.place },
          { label: t('custody.team'), value: of.team },
          { label: t('custody.completed'), value: of.done && `${of.done.by} · ${time(of.done.at)}` },
          { label: t('custody.score'), value: of.score?.total },
          {
            label: t('custody.scores'),
            value: of.score?.groups
              .map(({ group, score }) => `${say(groupNames[group])} ${score}`)
              .join(' · '),
          },
          {
            label: t('custody.conclusion'),
            value: of.results.conclusion && <span className="ga-prose">{of.results.conclusion}</span>,
          },
        ]}
      />
      {of.said.length > 0 && (
        <ul className="ga-rows">
          {of.said.map(({ move, text, by, at }) => (
            <li key={`${move} ${at}`}>
              <strong>{say(inspectionLifecycle.moves[move].label)}</strong> · {by} · {time(at)}
              <div className="ga-prose">{text}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** One inspection: how it stands, what was found, what is to be rectified. */
const Inspection = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(custodyInspections.getInspection, { params: { id } });
  return (
    <Page
      title={query.data?.number ?? t('custody.inspection')}
      back={{ to: '/custody/inspections', label: t('nav.inspections') }}
      actions={query.data !== undefined && <Acts of={query.data} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            <InspectionFacts of={of} />
            {of.rectifications.length > 0 && <RectificationRows of={of} />}
            <InspectionResultsView of={of} />
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Inspection;
