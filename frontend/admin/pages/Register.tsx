import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { supervision } from '@geoarchive/contract/routes.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { fundingNames } from '@geoarchive/domain/supervision/register.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { actionName } from '../audit/action-names.ts';
import { organisationPath } from '../organisations/words.ts';
import { holderOf } from '../registers/columns.tsx';
import { RegisterArea } from '../registers/RegisterArea.tsx';
import { RegisterTasks } from '../registers/RegisterTasks.tsx';
import { useRegisterWords } from '../registers/words.ts';

type Found = ReplyOf<typeof supervision.getRegister>;

const Standing = ({ of }: { of: Found }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const { mineral, region, yes } = useRegisterWords();
  return (
    <Facts
      items={[
        { label: t('registers.kind'), value: say(taskSourceNames[of.kind]) },
        { label: t('registers.number'), value: <code>{of.number}</code> },
        { label: t('registers.name'), value: of.name },
        {
          label: t('registers.holder'),
          value: of.holder && <Link to={organisationPath(of.holder)}>{holderOf(of)}</Link>,
        },
        { label: t('registers.fields.minerals'), value: of.minerals.map(mineral).join('、') },
        { label: t('registers.regions'), value: of.regions.map(region).join('、') },
        { label: t('registers.fields.marine'), value: of.marine === undefined ? undefined : yes(of.marine) },
        {
          label: t('registers.fields.funding'),
          value: of.funding === undefined ? undefined : say(fundingNames[of.funding]),
        },
        {
          label: t('registers.fields.funderRegion'),
          value: of.funderRegion === undefined ? undefined : region(of.funderRegion),
        },
        { label: t('publication.node'), value: of.node },
        { label: t('registers.updatedAt'), value: time(of.updatedAt) },
      ]}
    />
  );
};

const Content = ({ of }: { of: Found }) => {
  const { t } = useTranslation();
  const { time, say } = useLanguage();
  const { term, happening, holding, fieldName } = useRegisterWords();
  const list = (items: readonly { id: string; text: string }[]) =>
    items.length === 0 ? (
      <p className="ga-soft">{t('registers.none')}</p>
    ) : (
      <ul className="ga-rows">
        {items.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    );
  return (
    <>
      <Panel title={t('registers.tasks')}>
        <RegisterTasks tasks={of.tasks} />
      </Panel>
      <div className="ga-columns">
        <Panel title={t('registers.facts')}>
          <Standing of={of} />
        </Panel>
        <div>
          <Panel title={t('registers.fields.terms')}>
            {list(of.terms.map((one) => ({ id: one.id, text: `${one.id} · ${term(one)}` })))}
          </Panel>
          <Panel title={t('registers.fields.happenings')}>
            {list(of.happenings.map((one) => ({ id: one.id, text: `${one.id} · ${happening(one)}` })))}
          </Panel>
          <Panel title={t('registers.fields.holders')}>
            {list(of.holders.map((one) => ({ id: one.from, text: holding(one) })))}
          </Panel>
        </div>
      </div>
      {of.area !== undefined && of.area.length > 0 && (
        <Panel
          title={t('registers.fields.area')}
          extra={
            <Link to={`/holes/before-drilling?${new URLSearchParams({ number: of.number, node: of.node })}`}>
              {t('drilling.title')}
            </Link>
          }
        >
          <RegisterArea area={of.area} />
        </Panel>
      )}
      <Panel title={t('registers.history')}>
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
                return name === undefined ? <code>{action}</code> : say(name);
              },
              width: 260,
            },
            {
              key: 'changes',
              title: t('import.changes'),
              show: ({ changes }) => [...new Set(changes)].map(fieldName).join('、'),
            },
          ]}
        />
      </Panel>
    </>
  );
};

/** One right or project: what is known of it, the tasks made from it with why they are due then, and what was changed. */
const Register = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(supervision.getRegister, { params: { id } });
  const found = query.data;
  return (
    <Page
      title={found?.name ?? t('registers.entry')}
      lead={found?.number}
      back={{ to: '/registers', label: t('nav.registers') }}
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
    </Page>
  );
};
export default Register;
