import {
  ApartmentOutlined,
  AuditOutlined,
  CalendarOutlined,
  ContainerOutlined,
  FileProtectOutlined,
  HomeOutlined,
  HourglassOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  TableOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { NavItem } from '@geoarchive/frontend-shared/layout/nav.ts';
import {
  archiveReaders,
  auditors,
  calendarReaders,
  caseReaders,
  codeReaders,
  jobOwners,
  operators,
} from './roles.ts';

export const nav: readonly NavItem[] = [
  { to: '/', label: 'nav.home', icon: <HomeOutlined /> },
  { to: '/reviews', label: 'nav.reviews', icon: <AuditOutlined />, roles: archiveReaders },
  {
    to: '/certificates',
    label: 'nav.certificates',
    icon: <SafetyCertificateOutlined />,
    roles: archiveReaders,
  },
  { to: '/documents', label: 'nav.documents', icon: <FileProtectOutlined />, roles: archiveReaders },
  { to: '/dossiers', label: 'nav.dossiers', icon: <ContainerOutlined />, roles: archiveReaders },
  { to: '/cases', label: 'nav.cases', icon: <QuestionCircleOutlined />, roles: caseReaders },
  { to: '/tasks', label: 'nav.tasks', icon: <ScheduleOutlined />, roles: archiveReaders },
  { to: '/jobs', label: 'nav.jobs', icon: <HourglassOutlined />, roles: jobOwners },
  { to: '/calendar', label: 'nav.calendar', icon: <CalendarOutlined />, roles: calendarReaders },
  { to: '/codes', label: 'nav.codes', icon: <TableOutlined />, roles: codeReaders },
  { to: '/dead-letters', label: 'nav.deadLetters', icon: <WarningOutlined />, roles: operators },
  { to: '/audit', label: 'nav.audit', icon: <ReadOutlined />, roles: auditors },
  {
    to: '/samples',
    label: 'nav.samples',
    icon: <ApartmentOutlined />,
    roles: ['OPERATOR', 'MINISTRY_ADMIN'],
  },
];
