import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { organisations } from '@geoarchive/contract/routes.ts';
import { taskLifecycle } from '@geoarchive/domain/task.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { actionName } from '../audit/action-names.ts';
import { RecordDialog } from '../organisations/RecordDialog.tsx';
import { organisationPath, useOrganisationWords } from '../organisations/words.ts';
import { archiveReaders, caseReaders, chaseReaders } from '../roles.ts';

type Found = ReplyOf<typeof organisations.getOrganisation>;

const Standing = ({ of }: { of: Found }) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const { province } = useOrganisationWords();
  return (
    <Facts
      items={[
        { label: t('organisations.code'), value: <code>{of.code}</code> },
        { label: t('organisations.fields.creditCode'), value: of.creditCode && <code>{of.creditCode}</code> },
        {
          label: t('organisations.fields.province'),
          value: of.province === undefined ? undefined : province(of.province),
        },
        {
          label: t('organisations.fields.parent'),
          value: of.parent && <Link to={organisationPath(of.parent)}>{of.parentName ?? of.parent}</Link>,
        },
        { label: t('organisations.fields.address'), value: of.address },
        { label: t('organisations.fields.phone'), value: of.phone },
        { label: t('organisations.fields.email'), value: of.email },
        { label: t('registers.updatedAt'), value: time(of.updatedAt) },
      ]}
    />
  );
};

/** Lists elsewhere, narrowed to this organisation. */
const Elsewhere = ({ of }: { of: Found }) => {
  const { t } = useTranslation();
  const roles = usePerson()?.roles ?? [];
  const code = encodeURIComponent(of.code);
  const links = [
    { to: `/registers?holder=${code}`, label: 'nav.registers' },
    { to: `/bars?q=${code}`, label: 'nav.bars' },
    ...(reaches(chaseReaders, roles) ? [{ to: `/chases?q=${code}`, label: 'nav.chases' }] : []),
    ...(reaches(caseReaders, roles)
      ? [{ to: `/cases/show/all?q=${encodeURIComponent(of.name)}`, label: 'nav.cases' }]
      : []),
    ...(reaches(archiveReaders, roles)
      ? [{ to: `/documents?q=${encodeURIComponent(of.name)}`, label: 'nav.documents' }]
      : []),
    { to: `/organisations?parent=${code}`, label: 'organisations.allBelow' },
  ];
  return (
    <Flex gap={20} wrap>
      {links.map(({ to, label }) => (
        <Link key={to} to={to}>
          {t(label)}
        </Link>
      ))}
    </Flex>
  );
};

const Tasks = ({ of }: { of: Found }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  if (of.tasks.length === 0) return <p className="ga-soft">{t('organisations.noTasks')}</p>;
  return (
    <>
      <Rows
        label={t('nav.tasks')}
        rows={of.tasks}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'number',
            title: t('tasks.number'),
            show: ({ id, number }) => <Link to={`/tasks/${id}`}>{number}</Link>,
            width: 220,
          },
          { key: 'name', title: t('tasks.name'), show: ({ name }) => name },
          { key: 'due', title: t('tasks.due'), show: ({ due }) => day(due), width: 130 },
          {
            key: 'state',
            title: t('tasks.state'),
            show: ({ state }) => say(taskLifecycle.states[state]),
            width: 120,
          },
          { key: 'node', title: t('publication.node'), show: ({ node }) => node, width: 100 },
        ]}
      />
      {of.moreTasks && <p className="ga-soft">{t('organisations.moreTasks')}</p>}
    </>
  );
};

const History = ({ of }: { of: Found }) => {
  const { t } = useTranslation();
  const { time, say } = useLanguage();
  const { fieldName } = useOrganisationWords();
  return (
    <Rows
      label={t('registers.history')}
      rows={of.history}
      rowKey={({ at, action }) => `${at} ${action}`}
      columns={[
        { key: 'at', title: t('registers.at'), show: ({ at }) => time(at), width: 160 },
        { key: 'by', title: t('registers.by'), show: ({ by }) => by, width: 140 },
        {
          key: 'action',
          title: t('registers.action'),
          show: ({ action }) => {
            const name = actionName(action);
            return name === undefined ? t('organisations.learned') : say(name);
          },
          width: 260,
        },
        {
          key: 'changes',
          title: t('import.changes'),
          show: ({ changes }) => changes.map(fieldName).join('、'),
        },
        { key: 'reason', title: t('organisations.reason'), show: ({ reason }) => reason ?? '' },
      ]}
    />
  );
};

const Content = ({ of }: { of: Found }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const none = <p className="ga-soft">{t('registers.none')}</p>;
  return (
    <>
      <div className="ga-columns">
        <div>
          <Panel title={t('organisations.facts')}>
            <Standing of={of} />
          </Panel>
          <Panel title={t('organisations.elsewhere')}>
            <Elsewhere of={of} />
          </Panel>
        </div>
        <div>
          <Panel title={t('organisations.fields.names')}>
            {of.names.length === 0 ? (
              none
            ) : (
              <ul className="ga-rows">
                {of.names.toReversed().map(({ from, name, source, number }) => (
                  <li key={`${from} ${name}`}>
                    {t('organisations.named', { name, from: day(from) })}{' '}
                    <span className="ga-soft">
                      {t(`organisations.sources.${source}`, { number: number ?? '' })}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={t('organisations.subsidiaries')}>
            {of.below.length === 0 ? (
              none
            ) : (
              <ul className="ga-rows">
                {of.below.map(({ code, name }) => (
                  <li key={code}>
                    <Link to={organisationPath(code)}>{name}</Link>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
      </div>
      <Panel title={t('nav.tasks')}>
        <Tasks of={of} />
      </Panel>
      <Panel title={t('registers.history')}>
        <History of={of} />
      </Panel>
    </>
  );
};

/** One organisation: what it is called and was called, its group, what it owes, and where else it is named. */
const Organisation = () => {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const [correcting, setCorrecting] = useState(false);
  const query = useRead(organisations.getOrganisation, { params: { code } });
  const found = query.data;
  return (
    <Page
      title={found?.name ?? code}
      lead={t('organisations.one')}
      back={{ to: '/organisations', label: t('nav.organisations') }}
      actions={
        found?.mayKeep && <Button onClick={() => setCorrecting(true)}>{t('organisations.correct')}</Button>
      }
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
      {correcting && found !== undefined && (
        <RecordDialog of={found} onDone={() => setCorrecting(false)} onClose={() => setCorrecting(false)} />
      )}
    </Page>
  );
};
export default Organisation;
