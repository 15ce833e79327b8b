import {
  AimOutlined,
  DatabaseOutlined,
  FileSearchOutlined,
  HomeOutlined,
  MessageOutlined,
  NotificationOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  ShoppingOutlined,
} from '@ant-design/icons';
import type { NavItem } from '@geoarchive/frontend-shared/layout/nav.ts';

export const nav: readonly NavItem[] = [
  { to: '/', label: 'nav.home', icon: <HomeOutlined /> },
  { to: '/search', label: 'nav.search', icon: <SearchOutlined /> },
  { to: '/holes', label: 'nav.holes', icon: <DatabaseOutlined /> },
  { to: '/before-drilling', label: 'nav.drilling', icon: <AimOutlined /> },
  { to: '/notices', label: 'nav.notices', icon: <NotificationOutlined /> },
  { to: '/submissions', label: 'nav.submissions', icon: <FileSearchOutlined /> },
  { to: '/verify', label: 'nav.verify', icon: <SafetyCertificateOutlined /> },
  { to: '/basket', label: 'nav.basket', icon: <ShoppingOutlined /> },
  { to: '/answers', label: 'nav.answers', icon: <MessageOutlined /> },
];
