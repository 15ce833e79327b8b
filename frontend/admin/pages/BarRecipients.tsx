import type { BarRecipient } from '@geoarchive/contract/bar-parts.ts';
import { bars } from '@geoarchive/contract/routes.ts';
import { barRecipientLifecycle } from '@geoarchive/domain/supervision/bar-recipients.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RecipientDialog } from '../bars/RecipientDialog.tsx';

const stateOf = ({ told }: BarRecipient) => barRecipientLifecycle.states[told ? 'told' : 'stopped'];

/** Registries and funders that are told of every bar. */
const BarRecipients = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const [asked, setAsked] = useState<{ of?: string; told: boolean }>();
  const columns = useMemo(
    (): Column<BarRecipient>[] => [
      {
        key: 'name',
        heading: t('bars.party'),
        text: (row) => `${row.name} · ${row.organisation}`,
        show: (row) => (
          <Link to={`/organisations/${encodeURIComponent(row.organisation)}`}>
            {row.name} · {row.organisation}
          </Link>
        ),
        width: 280,
      },
      { key: 'state', heading: t('bars.state'), text: (row) => say(stateOf(row)), width: 110 },
      {
        key: 'action',
        heading: t('bars.recipients.actions'),
        text: () => '',
        actions: true,
        show: ({ organisation, told }) => {
          const act = t(told ? 'bars.recipients.stop' : 'bars.recipients.tell');
          return (
            <Button
              size="small"
              aria-label={`${act} ${organisation}`}
              onClick={() => setAsked({ of: organisation, told: !told })}
            >
              {act}
            </Button>
          );
        },
        sortable: false,
        width: 130,
      },
      {
        key: 'since',
        heading: t('bars.recipients.since'),
        text: (row) => time(row.since),
        order: (row) => row.since,
        width: 170,
      },
      { key: 'reason', heading: t('bars.recipients.reason'), text: (row) => row.reason, width: 240 },
      { key: 'by', heading: t('bars.recipients.by'), text: (row) => row.by, width: 120 },
    ],
    [t, say, time],
  );
  const list = useList<BarRecipient, typeof bars.listBarRecipients>(bars.listBarRecipients, columns);
  return (
    <Page
      title={t('bars.recipients.title')}
      lead={t('bars.recipients.lead')}
      back={{ to: '/bars', label: t('nav.bars') }}
      actions={<Button onClick={() => setAsked({ told: true })}>{t('bars.recipients.add')}</Button>}
    >
      <DataList
        {...list}
        label={t('bars.recipients.title')}
        rowKey={(row) => row.organisation}
        empty={{ title: t('bars.recipients.empty'), hint: t('bars.recipients.emptyHint') }}
      />
      {asked && <RecipientDialog {...asked} onClose={() => setAsked(undefined)} />}
    </Page>
  );
};
export default BarRecipients;
