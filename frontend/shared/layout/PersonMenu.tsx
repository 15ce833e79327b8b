import { UserOutlined } from '@ant-design/icons';
import { roles } from '@geoarchive/domain/roles.ts';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Person } from '../auth/port.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Who is signed in, with which roles, and the way out. */
export const PersonMenu = ({ person, onSignOut }: { person: Person; onSignOut: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const held = roles.filter((role) => person.roles.includes(role.code));
  const items = [
    { key: 'email', label: person.email, disabled: true },
    ...held.map((role) => ({ key: role.code, label: say(role.name), disabled: true })),
    { type: 'divider' as const },
    { key: 'out', label: t('signIn.out') },
  ];
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => key === 'out' && onSignOut() }} trigger={['click']}>
      <Button type="text" className="ga-bar-button" icon={<UserOutlined />}>
        {person.name}
      </Button>
    </Dropdown>
  );
};
