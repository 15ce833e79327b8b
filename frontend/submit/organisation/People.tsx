import type { person } from '@geoarchive/contract/identity.ts';
import { identity } from '@geoarchive/contract/routes.ts';
import { roles } from '@geoarchive/domain/roles.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { App, Button, Flex, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { InviteDialog } from './InviteDialog.tsx';

type Person = z.infer<typeof person>;

/** Invited: the temporary password was not used yet. */
const standing = ({ enabled, status }: Person): keyof typeof stateTones => {
  if (!enabled) return 'disabled';
  return status === 'FORCE_CHANGE_PASSWORD' ? 'waiting' : 'enabled';
};
const stateTones = { enabled: 'good', waiting: 'attention', disabled: 'neutral' } as const;
const choices = roles.filter(({ code }) => code === 'SUBMITTER' || code === 'SUBMITTER_ADMIN');

/** The people of the organisation; its administrator invites them, changes their role, disables them. */
export const People = ({ own }: { own: string }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const people = useRead(identity.listPeople);
  const change = useWrite(identity.changePerson);
  const again = useWrite(identity.invitePerson);
  const [inviting, setInviting] = useState(false);
  const set = (username: string, body: { enabled?: boolean; role?: 'SUBMITTER' | 'SUBMITTER_ADMIN' }) =>
    void change
      .mutateAsync({ params: { username }, body })
      .catch((error: unknown) => void message.error(problemText(error, t), 8));
  const inviteAgain = ({ email, name, roles: held }: Person) =>
    void again
      .mutateAsync({ body: { email, name, role: held[0] ?? 'SUBMITTER' } })
      .then(() => void message.success(t('person.invited', { email })))
      .catch((error: unknown) => void message.error(problemText(error, t), 8));
  const columns = [
    { key: 'name', title: t('person.name'), dataIndex: 'name' },
    { key: 'email', title: t('person.email'), dataIndex: 'email' },
    {
      key: 'role',
      title: t('person.role'),
      render: (_: unknown, row: Person) => (
        <Select
          aria-label={t('person.roleOf', { name: row.name })}
          value={row.roles.includes('SUBMITTER_ADMIN') ? 'SUBMITTER_ADMIN' : 'SUBMITTER'}
          disabled={row.email === own}
          options={choices.map(({ code, name }) => ({ value: code, label: say(name) }))}
          onChange={(role: 'SUBMITTER' | 'SUBMITTER_ADMIN') => set(row.username, { role })}
          style={{ minWidth: 170 }}
        />
      ),
    },
    {
      key: 'state',
      title: t('deposit.state'),
      render: (_: unknown, row: Person) => (
        <StateTag tone={stateTones[standing(row)]}>{t(`person.${standing(row)}`)}</StateTag>
      ),
    },
    {
      key: 'action',
      title: t('tasks.action'),
      render: (_: unknown, row: Person) => (
        <Flex gap={8}>
          <Button
            size="small"
            disabled={row.email === own}
            aria-label={t(row.enabled ? 'person.disableOf' : 'person.enableOf', { name: row.name })}
            onClick={() => set(row.username, { enabled: !row.enabled })}
          >
            {t(row.enabled ? 'person.disable' : 'person.enable')}
          </Button>
          {standing(row) === 'waiting' && (
            <Button
              size="small"
              loading={again.isPending && again.variables.body?.email === row.email}
              aria-label={t('person.inviteAgainOf', { name: row.name })}
              onClick={() => inviteAgain(row)}
            >
              {t('person.inviteAgain')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
  return (
    <Panel
      title={t('person.title')}
      extra={<Button onClick={() => setInviting(true)}>{t('person.invite')}</Button>}
    >
      <QueryView query={people} rows={4}>
        {({ items }) => (
          <Table
            size="small"
            rowKey="username"
            dataSource={items}
            columns={columns}
            pagination={false}
            scroll={{ x: 'max-content' }}
          />
        )}
      </QueryView>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Panel>
  );
};
