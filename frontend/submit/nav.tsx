import {
  ApartmentOutlined,
  AuditOutlined,
  FileProtectOutlined,
  HomeOutlined,
  InboxOutlined,
  NotificationOutlined,
  PlusSquareOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  ScheduleOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { NavItem } from '@geoarchive/frontend-shared/layout/nav.ts';
import { administrators, consenting, submitters, users } from './roles.ts';

export const nav: readonly NavItem[] = [
  { to: '/', label: 'nav.home', icon: <HomeOutlined />, roles: submitters },
  { to: '/tasks', label: 'nav.tasks', icon: <ScheduleOutlined />, roles: submitters },
  { to: '/deposits', label: 'nav.deposits', icon: <InboxOutlined />, roles: submitters },
  { to: '/new', label: 'nav.new', icon: <PlusSquareOutlined />, roles: submitters },
  { to: '/papers', label: 'nav.papers', icon: <FileProtectOutlined />, roles: submitters },
  { to: '/public-notices', label: 'nav.publicNotices', icon: <NotificationOutlined />, roles: submitters },
  { to: '/cases', label: 'nav.cases', icon: <QuestionCircleOutlined />, roles: submitters },
  { to: '/use', label: 'nav.use', icon: <ReadOutlined />, roles: users },
  { to: '/consents', label: 'nav.consents', icon: <AuditOutlined />, roles: consenting },
  { to: '/group', label: 'nav.group', icon: <ApartmentOutlined />, roles: administrators },
  { to: '/organisation', label: 'nav.organisation', icon: <TeamOutlined />, roles: submitters },
];
