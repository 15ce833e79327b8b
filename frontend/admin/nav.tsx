import {
  ApartmentOutlined,
  AuditOutlined,
  ContainerOutlined,
  HomeOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
} from '@ant-design/icons';
import type { NavItem } from '@geoarchive/frontend-shared/layout/nav.ts';
import { archiveReaders } from './roles.ts';

export const nav: readonly NavItem[] = [
  { to: '/', label: 'nav.home', icon: <HomeOutlined /> },
  { to: '/reviews', label: 'nav.reviews', icon: <AuditOutlined />, roles: archiveReaders },
  {
    to: '/certificates',
    label: 'nav.certificates',
    icon: <SafetyCertificateOutlined />,
    roles: archiveReaders,
  },
  { to: '/dossiers', label: 'nav.dossiers', icon: <ContainerOutlined />, roles: archiveReaders },
  { to: '/tasks', label: 'nav.tasks', icon: <ScheduleOutlined />, roles: archiveReaders },
  {
    to: '/samples',
    label: 'nav.samples',
    icon: <ApartmentOutlined />,
    roles: ['OPERATOR', 'MINISTRY_ADMIN'],
  },
];
