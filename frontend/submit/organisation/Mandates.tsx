import type { mandate } from '@geoarchive/contract/identity.ts';
import { identity } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { App, Button, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { MandateDialog } from './MandateDialog.tsx';

type Mandate = z.infer<typeof mandate>;

/** A mandate that is not active has ended, or its term has not begun. */
const standing = ({ active, endedAt, validFrom }: Mandate): 'active' | 'coming' | 'ended' => {
  if (active) return 'active';
  return endedAt === undefined && validFrom > dayOf(new Date()) ? 'coming' : 'ended';
};

/** Mandates given to others and held from others, with their term. */
export const Mandates = ({ own, admin }: { own: string; admin: boolean }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const { message } = App.useApp();
  const mandates = useRead(identity.listMandates);
  const end = useWrite(identity.endMandate);
  const [giving, setGiving] = useState(false);
  const stop = (id: string) =>
    end
      .mutateAsync({ params: { id } })
      .catch((error: unknown) => void message.error(problemText(error, t), 8));
  const columns = [
    {
      key: 'direction',
      title: t('mandate.direction'),
      render: (_: unknown, row: Mandate) => t(row.from === own ? 'mandate.given' : 'mandate.held'),
    },
    {
      key: 'other',
      title: t('mandate.other'),
      render: (_: unknown, row: Mandate) => (row.from === own ? row.toName : row.fromName),
    },
    {
      key: 'scope',
      title: t('mandate.scope'),
      render: (_: unknown, row: Mandate) =>
        t(row.scope === 'all' ? 'mandate.all' : 'mandate.tasks', { count: row.taskIds.length }),
    },
    {
      key: 'term',
      title: t('mandate.term'),
      render: (_: unknown, row: Mandate) => `${day(row.validFrom)} – ${day(row.validTo)}`,
    },
    {
      key: 'state',
      title: t('deposit.state'),
      render: (_: unknown, row: Mandate) => (
        <StateTag tone={standing(row) === 'active' ? 'good' : 'neutral'}>
          {t(`mandate.${standing(row)}`)}
        </StateTag>
      ),
    },
    {
      key: 'action',
      title: t('tasks.action'),
      render: (_: unknown, row: Mandate) =>
        admin && row.from === own && (row.active || standing(row) === 'coming') ? (
          <Popconfirm
            title={t('mandate.endQuestion')}
            okText={t('mandate.end')}
            cancelText={t('action.cancel')}
            onConfirm={() => stop(row.id)}
          >
            <Button size="small">{t('mandate.end')}</Button>
          </Popconfirm>
        ) : null,
    },
  ];
  return (
    <Panel
      title={t('mandate.title')}
      extra={admin && <Button onClick={() => setGiving(true)}>{t('mandate.give')}</Button>}
    >
      <QueryView query={mandates} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('mandate.empty')} hint={t('mandate.emptyHint')} />
          ) : (
            <Table
              size="small"
              rowKey="id"
              dataSource={items}
              columns={columns}
              pagination={false}
              scroll={{ x: 'max-content' }}
            />
          )
        }
      </QueryView>
      {giving && <MandateDialog onClose={() => setGiving(false)} />}
    </Panel>
  );
};
