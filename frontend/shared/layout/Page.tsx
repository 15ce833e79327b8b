import { Flex } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

type Props = {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string };
  children: ReactNode;
};

/** A page: its title (also the window's), what it is for, its actions, its content. */
export const Page = ({ title, lead, actions, back, children }: Props) => {
  const { t } = useTranslation();
  // The router's first location has this key; every one it leads to has its own. Kept from the page's first sight.
  const { key } = useLocation();
  const [arrived] = useState(key !== 'default');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('site.short')}`;
  }, [title, t]);
  useEffect(() => {
    // After a change of page the keyboard and the screen reader begin at its title, not at the old link.
    if (arrived) heading.current?.focus({ preventScroll: true });
  }, [arrived]);
  return (
    <div className="ga-page">
      {back !== undefined && (
        <Link to={back.to} className="ga-back">
          ‹ {back.label}
        </Link>
      )}
      <Flex justify="space-between" align="flex-start" gap={16} wrap className="ga-page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className="ga-lead">{lead}</div>}
        </div>
        {actions !== undefined && (
          <Flex gap={8} wrap align="center">
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </div>
  );
};
