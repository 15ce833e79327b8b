import type { Inspection } from '@geoarchive/contract/custody-inspections.ts';
import { custodyInspections } from '@geoarchive/contract/routes.ts';
import { groupNames, resultNames } from '@geoarchive/domain/custody/inspection.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { OpenLink } from '@geoarchive/frontend-shared/files/OpenLink.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';

/** The checklist with its answers, and what was found with its photos. */
export const InspectionResultsView = ({ of }: { of: Inspection }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const api = useApi();
  const { answers, findings } = of.results;
  return (
    <>
      <Panel title={t('custody.checklist')}>
        <div className="ga-table">
          <Table
            size="small"
            aria-label={t('custody.checklist')}
            rowKey="code"
            pagination={false}
            dataSource={of.items}
            columns={[
              {
                key: 'group',
                title: t('custody.partName'),
                render: (_, one) => say(groupNames[one.group]),
                width: 120,
              },
              { key: 'code', title: t('custody.item'), dataIndex: 'code', width: 80 },
              { key: 'text', title: t('custody.requirement'), render: (_, one) => say(one.text) },
              {
                key: 'result',
                title: t('custody.result'),
                render: (_, { code }) => {
                  const answer = answers[code];
                  return answer === undefined ? '' : say(resultNames[answer.result]);
                },
                width: 110,
              },
              {
                key: 'note',
                title: t('custody.note'),
                render: (_, { code }) => answers[code]?.note ?? '',
                width: 220,
              },
            ]}
          />
        </div>
      </Panel>
      <Panel title={t('custody.findingsOf', { count: findings.length })}>
        {findings.length === 0 && <p className="ga-soft">{t('custody.nothingFound')}</p>}
        <ul className="ga-rows">
          {findings.map((one) => (
            <li key={one.id}>
              <strong>{t(`custody.severities.${one.severity}`)}</strong>{' '}
              <span className="ga-prose">{one.text}</span>
              <div>
                {one.photos.map((photo, at) => (
                  <OpenLink
                    key={photo}
                    path={t('custody.photoNo', { no: at + 1 })}
                    link={() =>
                      api.call(custodyInspections.openInspectionPhoto, { params: { id: of.id, photo } })
                    }
                  />
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
};
