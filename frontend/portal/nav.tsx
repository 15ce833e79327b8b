import { HomeOutlined, MessageOutlined, SafetyCertificateOutlined, SearchOutlined } from '@ant-design/icons';
import type { NavItem } from '@geoarchive/frontend-shared/layout/nav.ts';

export const nav: readonly NavItem[] = [
  { to: '/', label: 'nav.home', icon: <HomeOutlined /> },
  { to: '/search', label: 'nav.search', icon: <SearchOutlined /> },
  { to: '/verify', label: 'nav.verify', icon: <SafetyCertificateOutlined /> },
  { to: '/answers', label: 'nav.answers', icon: <MessageOutlined /> },
];
